import { element } from '../dom.js';
import { t } from '../i18n.js';

/**
 * Sentences with how much they matter, in a word and a shape, not by colour alone.
 * @param {{tone: 'alert'|'note'|'fine', text: unknown[]}[]} sentences
 */
export const sentenceList = sentences => element('ul', { class: 'sentences' }, ...sentences.map(({ tone, text }) =>
  element('li', { class: tone }, element('span', { class: 'tone' }, t(`tone.${tone}`)), element('p', {}, text))));
