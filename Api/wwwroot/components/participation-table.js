import { columnsOf } from '../columns.js';
import { quarter } from '../format.js';
import { t } from '../i18n.js';
import { dataTable } from './data-table.js';

const participation = columnsOf('Participation');

/** The figures behind the line of an area's quarters. */
export const participationTable = rows => dataTable({
  caption: t('participation.tableCaption'),
  empty: t('participation.empty'),
  rows,
  columns: [
    participation.show('period', { value: row => quarter(row.period) }),
    participation.show('rate'),
    { label: t('interval95'), number: true, value: row => participation.range(row, 'lower95', 'upper95') },
    participation.show('participants'),
    participation.show('eligible'),
    participation.show('communities'),
  ],
});
