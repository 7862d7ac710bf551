import { count, percentOf } from '../format.js';
import { code, t } from '../i18n.js';
import { intervalBars } from './interval-bars.js';

/**
 * What the measures of areas did together, with the interval of their mean effect.
 * @param {(row: object) => Node|string} name of a row
 */
export const pooledBars = (rows, label, name) => intervalBars({
  caption: t('improvements.together.caption'),
  label,
  measure: t('improvements.relative'),
  figure: percentOf,
  empty: t('improvements.empty'),
  signed: true,
  columns: [t('interval95'), t('handbook'), t('improvements.verdict'), t('improvements.measures'), t('improvements.achieved')],
  rows: rows.map(row => ({
    name: name(row),
    value: row.relativeEffect,
    low: row.relativeLower95,
    high: row.relativeUpper95,
    mark: row.handbookEffect,
    figures: [
      row.relativeLower95 === null || row.relativeUpper95 === null ? '–' : t('range', { low: percentOf(row.relativeLower95), high: percentOf(row.relativeUpper95) }),
      percentOf(row.handbookEffect), code('verdict', row.verdict), count(row.measures),
      t('improvements.achievedOf', { achieved: count(row.achieved), judged: count(row.achieved + row.notAchieved) }),
    ],
  })),
});
