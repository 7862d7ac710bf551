import { element } from '../dom.js';
import { dataTable } from './data-table.js';

/**
 * Bars with an interval and a mark to compare with, one a row, as a table: the figures stand beside the bars.
 * @param {{caption: string, label: string, measure: string, rows: {name: Node|string, value: number|null, low?: number|null, high?: number|null, mark?: number|null,
 *   figures?: unknown[]}[], figure: (value: number) => string, columns?: string[], empty: string}} settings `columns` head the rows' further `figures`
 */
export function intervalBars({ caption, label, measure, rows, figure, columns = [], empty }) {
  const most = Math.max(0, ...rows.flatMap(row => [row.value, row.high, row.mark]).filter(Number.isFinite)) || 1;
  return dataTable({
    caption,
    empty,
    tall: rows.length > 14,
    rows,
    columns: [
      { label, value: row => row.name },
      { label: measure, value: row => [track(row, most), element('span', { class: 'share' }, figure(row.value))] },
      ...columns.map((column, index) => ({ label: column, number: true, value: row => row.figures[index] })),
    ],
  });
}

function track({ value, low, high, mark }, most) {
  const at = (kind, from, to) => {
    const part = element('span', { class: kind });
    part.style.left = `${Math.max(0, from / most) * 100}%`;
    part.style.width = `${Math.max(0, (to - Math.max(0, from)) / most) * 100}%`;
    return part;
  };
  const known = Number.isFinite;
  return element('span', { class: 'track', 'aria-hidden': 'true' },
    known(value) ? at('fill', 0, value) : null,
    known(low) && known(high) ? at('whisker', low, high) : null,
    known(mark) ? at('mark', mark, mark) : null);
}
