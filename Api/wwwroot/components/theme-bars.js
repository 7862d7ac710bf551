import { count, percentFine, quarter } from '../format.js';
import { element } from '../dom.js';
import { code, t } from '../i18n.js';
import { intervalBars } from './interval-bars.js';

/** What a quarter's comments are about, the commonest theme first; the mark is the share of the quarter before. */
export const themeBars = (rows, period) => element('div', {}, intervalBars({
  caption: period ? t('themes.caption', { quarter: quarter(period) }) : t('themes.title'),
  label: t('themes.theme'),
  measure: t('themes.share'),
  figure: percentFine,
  empty: t('themes.empty'),
  columns: [t('themes.before'), t('themes.comments')],
  rows: rows.filter(row => row.share !== null).sort((a, b) => b.share - a.share).map(row => ({
    name: code('pain', row.theme), value: row.share, mark: row.shareBefore, figures: [percentFine(row.shareBefore), count(row.comments)],
  })),
}), element('p', { class: 'chart-note' }, t('themes.key')));
