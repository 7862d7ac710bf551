import { columnsOf } from '../columns.js';
import { count } from '../format.js';
import { t } from '../i18n.js';
import { comparison, effectBar } from './effect-bars.js';
import { intervalBars } from './interval-bars.js';

const improvements = columnsOf('Improvements');

/**
 * What the measures of areas did together, with the interval of their mean effect.
 * @param {(row: object) => Node|string} name of a row
 */
export const pooledBars = (rows, label, name) => intervalBars({
  caption: t('improvements.together.caption'),
  label,
  name,
  measure: improvements.show('relativeEffect'),
  bar: effectBar,
  empty: t('improvements.empty'),
  signed: true,
  rows,
  columns: [
    ...comparison(),
    improvements.show('measures'),
    improvements.show('achieved', { value: row => t('improvements.achievedOf', { achieved: count(row.achieved), judged: count(row.achieved + row.notAchieved) }) }),
  ],
});
