import { element } from '../dom.js';

const steps = 7;

/**
 * A table whose cells are shaded by how much they hold: one hue from the card's colour up, and the figure in every cell, so that no reader depends on colour.
 * @param {{caption: string|Node[], corner: string, columns: {key: string, name: string|Node}[], rows: {key: string, name: Node|string}[],
 *   cell: (row: string, column: string) => {text: string, share: number|null, hint?: string}|null, legend: [string, string]}} settings `share` of 0 to 1 gives
 *   the shade; null stays blank; `legend` names its two ends
 */
export function heatMap({ caption, corner, columns, rows, cell, legend }) {
  const title = element('caption', {}, caption);
  return element('div', {},
    key(legend),
    element('div', { class: 'scroll tall', tabindex: 0, role: 'region', 'aria-label': title.textContent },
      element('table', { class: 'heat' },
        title,
        element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, corner), ...columns.map(column => element('th', { scope: 'col' }, column.name)))),
        element('tbody', {}, ...rows.map(row => element('tr', {},
          element('th', { scope: 'row' }, row.name),
          ...columns.map(column => shaded(cell(row.key, column.key)))))))));
}

function shaded(found) {
  if (!found) return element('td', { class: 'none' }, '–');
  return element('td', { class: `heat-${step(found.share)}`, title: found.hint }, found.text);
}

const step = share => (Number.isFinite(share) ? Math.min(steps - 1, Math.floor(Math.max(0, share) * steps)) : 0);

function key([least, most]) {
  return element('p', { class: 'heat-key' }, element('span', {}, least),
    element('span', { class: 'swatches', 'aria-hidden': 'true' }, ...Array.from({ length: steps }, (_, index) => element('span', { class: `heat-${index}` }))),
    element('span', {}, most));
}
