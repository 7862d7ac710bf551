import { capital, columnsOf } from '../columns.js';
import { element } from '../dom.js';
import { quarter } from '../format.js';
import { t } from '../i18n.js';
import { intervalBars } from './interval-bars.js';

const themes = columnsOf('FeedbackThemes');

/** What a quarter's comments are about, the commonest theme first; the mark is the share of the quarter before. */
export const themeBars = (rows, period) => element('div', {}, intervalBars({
  caption: period ? t('themes.caption', { quarter: quarter(period) }) : t('themes.title'),
  label: themes.label('theme'),
  name: row => capital(themes.read(row, 'theme')),
  measure: themes.show('share'),
  bar: row => ({ value: row.share, mark: row.shareBefore }),
  empty: t('themes.empty'),
  rows: rows.filter(row => row.share !== null).sort((a, b) => b.share - a.share),
  columns: [themes.show('shareBefore'), themes.show('comments')],
}), element('p', { class: 'chart-note' }, t('themes.key')));
