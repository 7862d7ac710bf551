import { element } from '../dom.js';
import { dataTable } from './data-table.js';

/**
 * Bars with an interval and a mark to compare with, one a row, as a table: the figures stand beside the bars.
 * @param {{caption: string|Node[], label: string, name: (row) => Node|string, measure: object, bar: (row) => {value: number|null, low?: number|null, high?: number|null, mark?: number|null},
 *   rows: object[], columns?: object[], empty: string, signed?: boolean, scale?: number, wrap?: boolean}} settings `label` heads the names; `measure` and `columns` are
 *   columns of `dataTable`, the first with the bars; `signed` makes room for what lies below 0, which is cut off without it; bars end at `scale` if no value lies
 *   beyond; `wrap` is for names that are sentences
 */
export function intervalBars({ caption, label, name, measure, bar, rows, columns = [], empty, signed = false, scale = 0, wrap = false }) {
  const bars = new Map(rows.map(row => [row, bar(row)]));
  const all = [...bars.values()];
  const most = Math.max(scale, ...all.flatMap(({ value, high, mark }) => [value, high, mark]).filter(Number.isFinite)) || 1;
  const least = signed ? Math.min(0, ...all.flatMap(({ value, low, mark }) => [value, low, mark]).filter(Number.isFinite)) : 0;
  return dataTable({
    caption,
    empty,
    tall: rows.length > 14,
    rows,
    columns: [
      { label, wrap, value: name },
      { ...measure, number: false, value: row => [track(bars.get(row), least, most), element('span', { class: 'share' }, measure.value(row))] },
      ...columns,
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
