import { columnsOf } from '../columns.js';
import { data } from '../dom.js';
import { say, t } from '../i18n.js';
import { interval } from './dimension-bars.js';
import { intervalBars } from './interval-bars.js';

const satisfaction = columnsOf('Satisfaction');

/** Areas by their rank: the shrunk index parts them from chance, the index is what was answered. */
export const ratedAreas = (rows, area, name) => intervalBars({
  caption: say('satisfaction.rankingCaption', { area: data(area.name) }),
  label: satisfaction.label('areaName'),
  name,
  measure: satisfaction.show('index'),
  bar: row => ({ value: row.index, ...interval(row) }),
  scale: 100,
  empty: t('satisfaction.empty'),
  rows: [...rows].sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity)),
  columns: [satisfaction.show('rank'), satisfaction.show('shrunkIndex'), satisfaction.show('cityGap'), satisfaction.show('standing'), satisfaction.show('answers')],
});
