import { element } from '../dom.js';

/**
 * A headed part of a page.
 * @param {string} id of the heading; unique on the page
 * @param {string|Node} title
 * @param {(Node|null)[]} body
 * @param {Node|null} [beside] stands in the head, such as a list to choose from
 */
export const card = (id, title, body, beside = null) => element('section', { class: 'card', 'aria-labelledby': id },
  element('div', { class: 'card-head' }, element('h2', { id }, title), beside), ...body);
