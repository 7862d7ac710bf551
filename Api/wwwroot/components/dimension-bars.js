import { data, element } from '../dom.js';
import { count, fine, percentFine } from '../format.js';
import { code, say, t } from '../i18n.js';
import { intervalBars } from './interval-bars.js';

const order = ['overall', 'content', 'efficiency', 'attitude', 'sustainability', 'innovation'];

// The index is 20 times the mean of scores; 1.96 standard errors of a mean make its 95% interval.
const halfWidth = row => (row.mean === null || row.deviation === null ? null : 1.96 * 20 * row.deviation / Math.sqrt(row.answers));

/** The index's 95% interval of a row of Satisfaction, by the normal approximation; nulls where answers are too few to be told. */
export const indexInterval = row => {
  const half = halfWidth(row);
  return half === null ? [null, null] : [row.index - half, Math.min(100, row.index + half)];
};

/** An area's index by dimension, with its interval and the handbook's mean to compare with. */
export const dimensionBars = (rows, area) => element('div', {}, intervalBars({
  caption: say('satisfaction.dimensionsCaption', { area: data(area.name) }),
  label: t('satisfaction.dimension'),
  measure: t('satisfaction.index'),
  figure: fine,
  scale: 100,
  empty: t('satisfaction.empty'),
  columns: [t('interval95'), t('handbook'), t('satisfaction.satisfied'), t('satisfaction.answers')],
  rows: [...rows].sort((a, b) => order.indexOf(a.dimension) - order.indexOf(b.dimension)).map(row => {
    const [low, high] = indexInterval(row);
    return {
      name: code('dimension', row.dimension), value: row.index, low, high, mark: row.reference,
      figures: [low === null ? '–' : t('range', { low: fine(low), high: fine(high) }), fine(row.reference), satisfied(row), count(row.answers)],
    };
  }),
}), element('p', { class: 'chart-note' }, t('satisfaction.key')));

const satisfied = row => (row.satisfied === null ? '–'
  : t('withRange', { value: percentFine(row.satisfied), low: percentFine(row.satisfiedLower95), high: percentFine(row.satisfiedUpper95) }));
