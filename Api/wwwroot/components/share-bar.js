import { element } from '../dom.js';
import { percent } from '../format.js';

/** A share of 0 to 1 as a bar with its figure. */
export function shareBar(share, figure = percent(share)) {
  const fill = element('span');
  fill.style.width = `${Math.max(0, Math.min(1, share ?? 0)) * 100}%`;
  return element('span', { class: 'chance' }, element('span', { class: 'bar', 'aria-hidden': 'true' }, fill), element('span', { class: 'share' }, figure));
}
