import { data, element } from '../dom.js';

// As many rows as a page waits for: a browser lays out all cells of a table together, hundreds of rows take longer than all else.
const atOnce = 50;

/**
 * A table with a caption. Rows beyond the first come when the table is seen.
 * @param {{caption: string|Node[], columns: {label: string|Node, help?: string, value: (row) => unknown, number?: boolean, wrap?: boolean, whole?: boolean, data?: boolean}[],
 *   rows: object[], empty: string, tall?: boolean}} options `help` is told of a heading that a pointer rests on; `value` gives text or an element, which may wrap anywhere or must stay whole; `data` marks words
 *   that no dictionary has; `empty` is said where there are no rows
 */
export function dataTable({ caption, columns, rows, empty, tall = false }) {
  if (rows.length === 0) return element('p', { class: 'soft' }, empty);
  const kind = column => (column.number ? 'number' : column.wrap ? 'wrap' : column.whole ? 'whole' : null);
  const cell = (column, row) => (column.data ? data(column.value(row)) : column.value(row));
  const line = row => element('tr', {}, ...columns.map(column => element('td', { class: kind(column) }, cell(column, row))));
  const heading = element('caption', {}, caption);
  const body = element('tbody', {}, ...rows.slice(0, atOnce).map(line));
  const region = element('div', { class: tall ? 'scroll tall' : 'scroll', tabindex: 0, role: 'region', 'aria-label': heading.textContent },
    element('table', {},
      heading,
      element('thead', {}, element('tr', {}, ...columns.map(column => element('th', { scope: 'col', class: kind(column), title: column.help }, column.label)))),
      body));
  if (rows.length > atOnce) whenSeen(region, () => grow(body, rows, line));
  return region;
}

// A region has no size before it stands on the page, and none in closed details.
function whenSeen(region, act) {
  const watch = new ResizeObserver(() => {
    watch.disconnect();
    act();
  });
  watch.observe(region);
}

// Each step doubles the table, so that all layouts together cost what the last one costs twice.
function grow(body, rows, line) {
  const shown = body.rows.length;
  if (shown >= rows.length) return;
  setTimeout(() => {
    body.append(...rows.slice(shown, shown * 2).map(line));
    grow(body, rows, line);
  });
}
