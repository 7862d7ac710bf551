import { element } from '../dom.js';
import { t } from '../i18n.js';

/**
 * The city's areas as a tree (WAI-ARIA tree pattern: arrows move, open and close; Enter or Space chooses).
 * @param {{key: string, name: string, parent: string|null}[]} areas parents before children
 * @param {(key: string) => void} onChoose
 * @returns {{node: HTMLElement, select: (key: string) => void}}
 */
export function areaTree(areas, onChoose) {
  const items = new Map();
  const root = element('ul', { class: 'tree', role: 'tree', 'aria-label': t('areas'), onkeydown: press, onclick: click });
  for (const area of areas) add(area);
  items.values().next().value?.setAttribute('tabindex', '0');
  let chosen = null;
  return { node: element('div', { class: 'tree-scroll' }, root), select };

  function add({ key, name, parent }) {
    const item = element('li', { role: 'treeitem', tabindex: -1, 'aria-selected': 'false', 'data-key': key },
      element('div', { class: 'tree-row' }, element('span', { translate: 'no' }, name)));
    items.set(key, item);
    const above = items.get(parent);
    if (!above) {
      root.append(item);
      return;
    }

    let group = above.querySelector(':scope > ul');
    if (!group) {
      group = element('ul', { role: 'group' });
      above.append(group);
      // The city lies open; what is below opens on demand.
      above.setAttribute('aria-expanded', String(!items.get(above.dataset.key).parentElement.closest('li')));
    }
    group.append(item);
  }

  function select(key) {
    const item = items.get(key);
    if (!item) return;
    chosen?.setAttribute('aria-selected', 'false');
    item.setAttribute('aria-selected', 'true');
    chosen = item;
    for (let above = item.parentElement.closest('li'); above; above = above.parentElement.closest('li')) above.setAttribute('aria-expanded', 'true');
    rove(item);
  }

  function rove(item) {
    root.querySelector('[tabindex="0"]')?.setAttribute('tabindex', '-1');
    item.setAttribute('tabindex', '0');
  }

  function focus(item) {
    if (!item) return;
    rove(item);
    item.focus();
  }

  function toggle(item, open) {
    if (item.hasAttribute('aria-expanded')) item.setAttribute('aria-expanded', String(open));
  }

  function click(event) {
    const item = event.target.closest('li');
    if (!item) return;
    if (item === chosen) toggle(item, item.getAttribute('aria-expanded') !== 'true');
    else toggle(item, true);
    select(item.dataset.key);
    onChoose(item.dataset.key);
  }

  function press(event) {
    const item = event.target.closest('li');
    const visible = [...root.querySelectorAll('li')].filter(each => each.offsetParent !== null);
    const at = visible.indexOf(item);
    const open = item.getAttribute('aria-expanded') === 'true';
    const moves = {
      ArrowDown: () => focus(visible[at + 1]),
      ArrowUp: () => focus(visible[at - 1]),
      Home: () => focus(visible[0]),
      End: () => focus(visible.at(-1)),
      ArrowRight: () => (open ? focus(item.querySelector('li')) : toggle(item, true)),
      ArrowLeft: () => (open ? toggle(item, false) : focus(item.parentElement.closest('li'))),
      Enter: () => { select(item.dataset.key); onChoose(item.dataset.key); },
    };
    moves[' '] = moves.Enter;
    if (!moves[event.key]) return;
    event.preventDefault();
    moves[event.key]();
  }
}
