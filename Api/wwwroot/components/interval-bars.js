import { element } from '../dom.js';
import { dataTable } from './data-table.js';

/**
 * Bars with an interval and a mark to compare with, one a row, as a table: the figures stand beside the bars.
 * @param {{caption: string, label: string, measure: string, rows: {name: Node|string, value: number|null, low?: number|null, high?: number|null, mark?: number|null,
 *   figures?: unknown[]}[], figure: (value: number) => string, columns?: string[], empty: string, signed?: boolean, scale?: number, wrap?: boolean}} settings `columns` head the rows' further
 *   `figures`; `signed` makes room for what lies below 0, which is cut off without it; bars
 *   end at `scale` if no value lies beyond; `wrap` is for names that are sentences
 */
export function intervalBars({ caption, label, measure, rows, figure, columns = [], empty, signed = false, scale = 0, wrap = false }) {
  const most = Math.max(scale, ...rows.flatMap(row => [row.value, row.high, row.mark]).filter(Number.isFinite)) || 1;
  const least = signed ? Math.min(0, ...rows.flatMap(row => [row.value, row.low, row.mark]).filter(Number.isFinite)) : 0;
  return dataTable({
    caption,
    empty,
    tall: rows.length > 14,
    rows,
    columns: [
      { label, wrap, value: row => row.name },
      { label: measure, value: row => [track(row, least, most), element('span', { class: 'share' }, figure(row.value))] },
      ...columns.map((column, index) => ({ label: column, number: true, value: row => row.figures[index] })),
    ],
  });
}

function track({ value, low, high, mark }, least, most) {
  const place = at => Math.max(0, (at - least) / (most - least)) * 100;
  const at = (kind, from, to) => {
    const part = element('span', { class: kind });
    part.style.left = `${place(from)}%`;
    part.style.width = `${Math.max(0, place(to) - place(from))}%`;
    return part;
  };
  const known = Number.isFinite;
  return element('span', { class: 'track', 'aria-hidden': 'true' },
    least < 0 ? at('zero', 0, 0) : null,
    known(value) ? at('fill', Math.min(0, value), Math.max(0, value)) : null,
    known(low) && known(high) ? at('whisker', low, high) : null,
    known(mark) ? at('mark', mark, mark) : null);
}
