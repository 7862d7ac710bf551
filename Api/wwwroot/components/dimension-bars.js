import { capital, columnsOf } from '../columns.js';
import { data, element } from '../dom.js';
import { say, t } from '../i18n.js';
import { intervalBars } from './interval-bars.js';

const satisfaction = columnsOf('Satisfaction');
const order = ['overall', 'content', 'efficiency', 'attitude', 'sustainability', 'innovation'];

// The index is 20 times the mean of scores; 1.96 standard errors of a mean make its 95% interval.
const halfWidth = row => (row.mean === null || row.deviation === null ? null : 1.96 * 20 * row.deviation / Math.sqrt(row.answers));

/** The index's 95% interval of a row of Satisfaction, by the normal approximation; nulls where answers are too few to be told. */
export function interval(row) {
  const half = halfWidth(row);
  return half === null ? { low: null, high: null } : { low: row.index - half, high: Math.min(100, row.index + half) };
}

/** An area's index by dimension, with its interval and the handbook's mean to compare with. */
export const dimensionBars = (rows, area) => element('div', {}, intervalBars({
  caption: say('satisfaction.dimensionsCaption', { area: data(area.name) }),
  label: satisfaction.label('dimension'),
  name: row => capital(satisfaction.read(row, 'dimension')),
  measure: satisfaction.show('index'),
  bar: row => ({ value: row.index, ...interval(row), mark: row.reference }),
  scale: 100,
  empty: t('satisfaction.empty'),
  rows: [...rows].sort((a, b) => order.indexOf(a.dimension) - order.indexOf(b.dimension)),
  columns: [
    { label: t('interval95'), number: true, value: row => range(interval(row)) },
    satisfaction.show('reference'),
    satisfaction.show('satisfied', { value: row => satisfaction.ranged(row, 'satisfied', 'satisfiedLower95', 'satisfiedUpper95') }),
    satisfaction.show('answers'),
  ],
}), element('p', { class: 'chart-note' }, t('satisfaction.key')));

const range = ({ low, high }) => (low === null ? '–' : t('range', { low: satisfaction.figure('index')(low), high: satisfaction.figure('index')(high) }));
