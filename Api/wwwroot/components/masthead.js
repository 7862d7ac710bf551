import { data, element } from '../dom.js';
import { time } from '../format.js';
import { language, languages, say, t } from '../i18n.js';
import { address } from '../router.js';
import { dress, theme, themes } from '../theme.js';
import { choice } from './choice.js';

/**
 * The head of every page: brand, run, languages, theme, and the navigation, which is made from the list of pages.
 * @param {{id: string}[]} pages
 * @param {(code: string) => void} onLanguage
 */
export function masthead(pages, onLanguage) {
  const node = document.getElementById('masthead');
  let links = new Map();
  let note = element('p', {});
  let run = null;
  return { draw, mark, run: shown => { run = shown; note.replaceChildren(element('span', {}, runNote())); } };

  function draw() {
    links = new Map(pages.map(page => [page.id, element('a', { href: address(page.id) }, t(`nav.${page.id}`))]));
    note = element('p', { class: 'run-note' }, runNote());
    node.replaceChildren(
      element('div', { class: 'bar-top' },
        element('img', { src: 'icon.svg', alt: '', width: 28, height: 28 }),
        element('p', { class: 'brand' }, t('brand')),
        note,
        element('div', { class: 'switches' }, languageSwitch(), themeSwitch())),
      element('nav', { 'aria-label': t('nav.label') }, element('ul', {}, ...[...links.values()].map(link => element('li', {}, link)))));
  }

  function runNote() {
    if (!run) return [];
    return say(run.publishedAt ? 'run.published' : 'run.id', { run: data(run.run), time: time(run.publishedAt) });
  }

  function mark(id) {
    for (const [page, link] of links) {
      if (page === id) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
  }

  // Each language is named in itself, so that whoever reads it finds it.
  function languageSwitch() {
    return element('div', { class: 'segments', role: 'group', 'aria-label': t('language.label') },
      ...Object.entries(languages).map(([code, { html, name }]) => element('button', {
        type: 'button', lang: html, translate: 'no', 'aria-pressed': String(code === language()), onclick: () => onLanguage(code) }, name)));
  }

  function themeSwitch() {
    return choice({ label: t('theme.label'), value: theme(), options: themes.map(each => ({ value: each, text: t(`theme.${each}`) })), onChoose: dress, quiet: true }).node;
  }
}
