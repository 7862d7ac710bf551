import { columnsOf } from '../columns.js';
import { t } from '../i18n.js';
import { intervalBars } from './interval-bars.js';

const scenarios = columnsOf('Scenarios');

/** Changes of demand as bars around none, with their interval where what is assumed is uncertain; shortages beside them. */
export const scenarioBars = (rows, label, name) => intervalBars({
  caption: t('scenarios.caption'),
  label,
  name,
  measure: scenarios.show('demandChange'),
  bar: row => ({ value: row.demandChange, low: row.lower95, high: row.upper95 }),
  empty: t('scenarios.empty'),
  signed: true,
  wrap: true,
  rows,
  columns: [
    { label: t('interval95'), number: true, value: row => scenarios.range(row, 'lower95', 'upper95') },
    scenarios.show('demand'),
    scenarios.show('shortageChange'),
    scenarios.show('expectedShortage'),
    scenarios.show('matchRate'),
    scenarios.show('status'),
  ],
});
