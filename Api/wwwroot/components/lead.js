import { element } from '../dom.js';

/** What a page is about: its heading and a sentence. */
export const lead = (title, sentence) => element('div', { class: 'lead' }, element('h1', {}, title), sentence ? element('p', { class: 'soft' }, sentence) : null);
