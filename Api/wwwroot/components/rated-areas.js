import { data } from '../dom.js';
import { count, fine, signed } from '../format.js';
import { code, say, t } from '../i18n.js';
import { indexInterval } from './dimension-bars.js';
import { intervalBars } from './interval-bars.js';

/** Areas by their rank: the shrunk index parts them from chance, the index is what was answered. */
export const ratedAreas = (rows, area, name) => intervalBars({
  caption: say('satisfaction.rankingCaption', { area: data(area.name) }),
  label: t('area'),
  measure: t('satisfaction.index'),
  figure: fine,
  scale: 100,
  empty: t('satisfaction.empty'),
  columns: [t('satisfaction.rank'), t('satisfaction.shrunk'), t('cityGap'), t('standing'), t('satisfaction.answers')],
  rows: [...rows].sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity)).map(row => {
    const [low, high] = indexInterval(row);
    return {
      name: name(row), value: row.index, low, high,
      figures: [count(row.rank), fine(row.shrunkIndex), signed(row.cityGap), code('standing', row.standing), count(row.answers)],
    };
  }),
});
