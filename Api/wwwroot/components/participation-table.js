import { count, percentFine, quarter } from '../format.js';
import { t } from '../i18n.js';
import { dataTable } from './data-table.js';

/** The figures behind the line of an area's quarters. */
export const participationTable = rows => dataTable({
  caption: t('participation.tableCaption'),
  empty: t('participation.empty'),
  rows,
  columns: [
    { label: t('quarters'), whole: true, value: row => quarter(row.period) },
    { label: t('participation.rate'), number: true, value: row => percentFine(row.rate) },
    { label: t('interval95'), number: true, value: row => (row.rate === null ? '–' : t('range', { low: percentFine(row.lower95), high: percentFine(row.upper95) })) },
    { label: t('participation.participants'), number: true, value: row => count(row.participants) },
    { label: t('participation.eligible'), number: true, value: row => count(row.eligible) },
    { label: t('participation.communities'), number: true, value: row => count(row.communities) },
  ],
});
