import { keyOf } from '../city.js';
import { element, told } from '../dom.js';
import { t } from '../i18n.js';
import { address } from '../router.js';

const tones = { act: 'alert', watch: 'note', know: 'fine' };

// Where a finding's table is shown whole, by the first word of its code.
const pages = {
  shortage: 'supply', drift: 'forecasts', uploads: 'quality', usage: 'quality', satisfaction: 'satisfaction', complaints: 'satisfaction', themes: 'satisfaction',
  participation: 'participation', allocation: 'match', match: 'match', improvements: 'improvements',
};

/** Rows of table Attention as sentences, the most pressing first, each with a way to what it rests on. */
export const findingSentences = rows => [...rows].sort((a, b) => a.rank - b.rank).map(row => ({ tone: tones[row.severity] ?? 'note', text: [told(row.text), ' ', see(row)] }));

function see(row) {
  const page = pages[row.code.split('.')[0]] ?? 'runs';
  const place = { area: row.level === 'city' ? null : keyOf(row.level, row.area), service: row.serviceLevel === 'all' ? null : row.service };
  return element('a', { href: address(page, place) }, t('see', { page: t(`nav.${page}`) }));
}
