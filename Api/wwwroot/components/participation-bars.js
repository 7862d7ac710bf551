import { columnsOf } from '../columns.js';
import { quarter } from '../format.js';
import { t } from '../i18n.js';
import { intervalBars } from './interval-bars.js';

const participation = columnsOf('Participation');

/** A quarter's rates, the highest first, with their intervals; the mark is the handbook's national rate of 2024 where it applies. */
export const participationBars = (rows, label, name, period) => intervalBars({
  caption: period ? t('participation.caption', { quarter: quarter(period) }) : label,
  label,
  name,
  measure: participation.show('rate'),
  bar: row => ({ value: row.rate, low: row.lower95, high: row.upper95, mark: row.reference2024 }),
  empty: t('participation.empty'),
  rows: [...rows].sort((a, b) => (b.rate ?? -1) - (a.rate ?? -1)),
  columns: [
    { label: t('interval95'), number: true, value: row => participation.range(row, 'lower95', 'upper95') },
    participation.show('participants'),
    participation.show('eligible'),
    participation.show('cityGap'),
    participation.show('standing'),
  ],
});
