import { count, percentFine, visitsSigned } from '../format.js';
import { code, t } from '../i18n.js';
import { intervalBars } from './interval-bars.js';

/** Changes of demand as bars around none, with their interval where what is assumed is uncertain; shortages beside them. */
export const scenarioBars = (rows, label, name) => intervalBars({
  caption: t('scenarios.caption'),
  label,
  measure: t('scenarios.demandChange'),
  figure: visitsSigned,
  empty: t('scenarios.empty'),
  signed: true,
  wrap: true,
  columns: [t('interval95'), t('scenarios.demand'), t('scenarios.shortageChange'), t('shortage'), t('measure.matchRate'), t('status')],
  rows: rows.map(row => ({
    name: name(row), value: row.demandChange, low: row.lower95, high: row.upper95,
    figures: [
      row.lower95 === null || row.upper95 === null ? '–' : t('range', { low: visitsSigned(row.lower95), high: visitsSigned(row.upper95) }),
      count(row.demand), visitsSigned(row.shortageChange), count(row.expectedShortage), percentFine(row.matchRate), code('status', row.status)],
  })),
});
