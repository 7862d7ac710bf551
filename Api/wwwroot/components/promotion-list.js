import { data, element, told } from '../dom.js';
import { time } from '../format.js';
import { say, t } from '../i18n.js';

const most = 5;

/** What each of the last nights decided about its model, and why. */
export function promotionList(runs) {
  const decided = runs.filter(run => run.promotion).slice(0, most);
  if (decided.length === 0) return element('p', { class: 'soft' }, t('promotions.none'));
  return element('ul', { class: 'sentences' }, ...decided.map(run => element('li', {},
    element('span', { class: 'tone' }, t(`promotion.${run.promotion}`)),
    element('p', {}, say('promotions.sentence', { run: data(run.run), time: time(run.plannedAt ?? run.queuedAt), model: data(run.model) }), ' ', told(run.promotionReason)))));
}
