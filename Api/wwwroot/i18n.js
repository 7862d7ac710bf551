// What the page says, in the reader's language. One dictionary a language, in i18n/; a test holds them together.

/** Languages by code: the tag for `lang` and Intl, and what the language calls itself. */
export const languages = {
  en: { tag: 'en-GB', html: 'en', name: 'English' },
  zh: { tag: 'zh-CN', html: 'zh-CN', name: '中文' },
};

const key = 'language';
let current = 'en';
let words = {};
let plural = new Intl.PluralRules('en');

export const language = () => current;
export const locale = () => languages[current].tag;

/** The language to begin with: of the address (`?lang=zh`), of the last visit, of the browser, in this order. */
export function preferred() {
  const asked = [new URLSearchParams(location.search).get('lang'), localStorage.getItem(key), ...navigator.languages];
  return asked.map(tag => tag?.slice(0, 2).toLowerCase()).find(code => code in languages) ?? 'en';
}

/** Reads a language's dictionary and remembers the choice. */
export async function speak(code) {
  const response = await fetch(new URL(`i18n/${code}.json`, import.meta.url));
  if (!response.ok) throw new Error(`i18n/${code}.json answered ${response.status}`);
  words = await response.json();
  current = code;
  plural = new Intl.PluralRules(locale());
  localStorage.setItem(key, code);
  document.documentElement.lang = languages[code].html;
}

/** Whether the dictionary has a key. */
export const knows = name => name in words;

/**
 * A text with its `{places}` filled in. A value `count` chooses between `name.one` and `name.other`, where the dictionary has these.
 * @param {string} name
 * @param {Record<string, string|number>} [values]
 */
export function t(name, values = {}) {
  return text(name, values).replace(/\{(\w+)\}/g, (_, place) => values[place] ?? '');
}

/** The same for values that are nodes, or lists of them: pieces to append. */
export function say(name, values = {}) {
  return text(name, values).split(/(\{\w+\})/).map(piece => (/^\{\w+\}$/.test(piece) ? values[piece.slice(1, -1)] : piece));
}

/** Parts as one enumeration: "A, B and C". */
export function list(parts) {
  const nodes = [...parts];
  let next = 0;
  return new Intl.ListFormat(locale(), { type: 'conjunction' }).formatToParts(nodes.map(() => '-'))
    .map(part => (part.type === 'element' ? nodes[next++] : part.value));
}

function text(name, values) {
  const chosen = typeof values.count === 'number' && knows(`${name}.other`) ? `${name}.${plural.select(values.count)}` : name;
  if (knows(chosen)) return words[chosen];
  console.error(`No text '${chosen}' in ${current}`);
  return chosen;
}
