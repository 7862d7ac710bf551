import { columnsOf } from '../columns.js';
import { data, element, told } from '../dom.js';
import { time } from '../format.js';
import { say, t } from '../i18n.js';

const columns = columnsOf('Runs');
const most = 5;

/** What each of the last nights decided about its model, and why. */
export function promotionList(runs) {
  const decided = runs.filter(row => row.promotion).slice(0, most);
  if (decided.length === 0) return element('p', { class: 'soft' }, t('promotions.none'));
  return element('ul', { class: 'sentences' }, ...decided.map(row => element('li', {},
    element('span', { class: 'tone' }, columns.read(row, 'promotion')),
    element('p', {}, say('promotions.sentence', { run: data(row.run), time: time(row.plannedAt ?? row.queuedAt), model: data(row.model) }), ' ', told(row.promotionReason)))));
}
