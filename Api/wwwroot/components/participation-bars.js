import { count, percentFine, quarter, signed } from '../format.js';
import { code, t } from '../i18n.js';
import { intervalBars } from './interval-bars.js';

/** A quarter's rates, the highest first, with their intervals; the mark is the handbook's national rate of 2024 where it applies. */
export const participationBars = (rows, label, name, period) => intervalBars({
  caption: period ? t('participation.caption', { quarter: quarter(period) }) : label,
  label,
  measure: t('participation.rate'),
  figure: percentFine,
  empty: t('participation.empty'),
  columns: [t('interval95'), t('participation.participants'), t('participation.eligible'), t('participation.cityGap'), t('standing')],
  rows: [...rows].sort((a, b) => (b.rate ?? -1) - (a.rate ?? -1)).map(row => ({
    name: name(row), value: row.rate, low: row.lower95, high: row.upper95, mark: row.reference2024,
    figures: [row.rate === null ? '–' : t('range', { low: percentFine(row.lower95), high: percentFine(row.upper95) }), count(row.participants), count(row.eligible), signed(row.cityGap), code('standing', row.standing)],
  })),
});
