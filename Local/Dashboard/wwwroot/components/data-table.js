import { element } from '../dom.js';

/**
 * A table with a caption.
 * @param {{caption: string, columns: {label: string, value: (row) => unknown, number?: boolean, wrap?: boolean, whole?: boolean}[], rows: object[],
 *   empty: string, tall?: boolean}} options `value` gives text or an element, which may wrap anywhere or must stay whole; `empty` is said where there are no rows
 */
export function dataTable({ caption, columns, rows, empty, tall = false }) {
  if (rows.length === 0) return element('p', { class: 'soft' }, empty);
  const kind = column => (column.number ? 'number' : column.wrap ? 'wrap' : column.whole ? 'whole' : null);
  return element('div', { class: tall ? 'scroll tall' : 'scroll', tabindex: 0, role: 'region', 'aria-label': caption },
    element('table', {},
      element('caption', {}, caption),
      element('thead', {}, element('tr', {}, ...columns.map(column => element('th', { scope: 'col', class: kind(column) }, column.label)))),
      element('tbody', {}, ...rows.map(row => element('tr', {}, ...columns.map(column => element('td', { class: kind(column) }, column.value(row))))))));
}
