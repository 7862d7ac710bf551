import { columnsOf } from '../columns.js';
import { t } from '../i18n.js';
import { dataTable } from './data-table.js';
import { shareBar } from './share-bar.js';

const allocations = columnsOf('Allocations');
const supply = columnsOf('SupplyDemand');

/** Where extra capacity removes most, the most first: before and after, and what sharing it in proportion would remove. */
export const allocationTable = (rows, label, name) => dataTable({
  caption: t('allocation.caption'),
  empty: t('allocation.empty'),
  tall: true,
  rows: rows.filter(row => row.units > 0).sort((a, b) => b.shortageRemoved - a.shortageRemoved),
  columns: [
    { label, value: name },
    allocations.show('shortageRemoved', { number: false, value: row => shareBar(row.shortageBefore > 0 ? row.shortageRemoved / row.shortageBefore : 0, allocations.read(row, 'shortageRemoved')) }),
    allocations.show('units'),
    allocations.show('extraCapacity'),
    { label: t('allocation.shortage'), number: true, value: row => allocations.change(row, 'shortageBefore', 'shortageAfter') },
    supply.show('matchRate', { value: row => allocations.change(row, 'matchRateBefore', 'matchRateAfter') }),
    allocations.show('proportionalRemoved'),
    allocations.show('nextUnitGain'),
  ],
});
