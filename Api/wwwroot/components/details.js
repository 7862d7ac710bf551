import { element } from '../dom.js';

/**
 * Something that opens on demand, such as the table behind a chart.
 * @param {() => Node} make makes what it shows, when it first opens: tables of many rows cost time that few readers need
 */
export function details(summary, make, open = false) {
  let made = false;
  const node = element('details', { open }, element('summary', { onclick: fill }, summary));
  if (open) fill();
  return node;

  function fill() {
    if (!made) node.append(make());
    made = true;
  }
}
