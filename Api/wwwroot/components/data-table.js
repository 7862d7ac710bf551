import { data, element } from '../dom.js';

/**
 * A table with a caption.
 * @param {{caption: string|Node[], columns: {label: string|Node, help?: string, value: (row) => unknown, number?: boolean, wrap?: boolean, whole?: boolean, data?: boolean}[],
 *   rows: object[], empty: string, tall?: boolean}} options `help` is told of a heading that a pointer rests on; `value` gives text or an element, which may wrap anywhere or must stay whole; `data` marks words
 *   that no dictionary has; `empty` is said where there are no rows
 */
export function dataTable({ caption, columns, rows, empty, tall = false }) {
  if (rows.length === 0) return element('p', { class: 'soft' }, empty);
  const kind = column => (column.number ? 'number' : column.wrap ? 'wrap' : column.whole ? 'whole' : null);
  const cell = (column, row) => (column.data ? data(column.value(row)) : column.value(row));
  const heading = element('caption', {}, caption);
  return element('div', { class: tall ? 'scroll tall' : 'scroll', tabindex: 0, role: 'region', 'aria-label': heading.textContent },
    element('table', {},
      heading,
      element('thead', {}, element('tr', {}, ...columns.map(column => element('th', { scope: 'col', class: kind(column), title: column.help }, column.label)))),
      element('tbody', {}, ...rows.map(row => element('tr', {}, ...columns.map(column => element('td', { class: kind(column) }, cell(column, row))))))));
}
