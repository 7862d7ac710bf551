import { count, percentFine, visits } from '../format.js';
import { t } from '../i18n.js';
import { dataTable } from './data-table.js';
import { shareBar } from './share-bar.js';

/** Where extra capacity removes most, the most first: before and after, and what sharing it in proportion would remove. */
export const allocationTable = (rows, label, name) => dataTable({
  caption: t('allocation.caption'),
  empty: t('allocation.empty'),
  tall: true,
  rows: rows.filter(row => row.units > 0).sort((a, b) => b.shortageRemoved - a.shortageRemoved),
  columns: [
    { label, value: name },
    { label: t('allocation.removed'), value: row => shareBar(row.shortageBefore > 0 ? row.shortageRemoved / row.shortageBefore : 0, visits(row.shortageRemoved)) },
    { label: t('allocation.units'), number: true, value: row => count(row.units) },
    { label: t('allocation.extra'), number: true, value: row => visits(row.extraCapacity) },
    { label: t('allocation.shortage'), number: true, value: row => t('allocation.beforeAfter', { before: visits(row.shortageBefore), after: visits(row.shortageAfter) }) },
    { label: t('measure.matchRate'), number: true, value: row => t('allocation.beforeAfter', { before: percentFine(row.matchRateBefore), after: percentFine(row.matchRateAfter) }) },
    { label: t('allocation.proportional'), number: true, value: row => visits(row.proportionalRemoved) },
    { label: t('allocation.next'), number: true, value: row => visits(row.nextUnitGain) },
  ],
});
