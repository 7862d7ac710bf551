// Builds elements. Text always goes in as text, never as markup: what uploads say stays words.

/**
 * @param {string} tag element name
 * @param {Record<string, unknown>} [properties] attributes; `onX` functions become listeners, null and false are left out
 * @param {...(Node|string|number|null|undefined)} children
 */
export function element(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? '' : String(value));
  }
  append(node, children);
  return node;
}

export function append(node, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined) continue;
    node.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

/** Words of the data, such as an area's name: no dictionary has them, and a browser's translator must leave them alone. */
export const data = text => element('span', { translate: 'no' }, text ?? '–');

/** A sentence that is English whatever the page speaks, such as an error. */
export const verbatim = text => element('span', { translate: 'no', lang: 'en' }, text);

/** A sentence that the server made, in the page's language. Names in it are words of the data: a browser's translator must leave it alone. */
export const told = message => element('span', { translate: 'no' }, message?.text ?? '');
