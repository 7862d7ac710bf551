// Why rows were rejected: the table says it in codes, some with the column before them.
import { data } from './dom.js';
import { count } from './format.js';
import { knows, t } from './i18n.js';

/**
 * Rows by reason over uploads, the commonest first.
 * @returns {[string, number][]}
 */
export function reasonsOf(uploads) {
  const sums = new Map();
  for (const upload of uploads) {
    for (const [reason, rows] of Object.entries(parsed(upload.reasons))) sums.set(reason, (sums.get(reason) ?? 0) + rows);
  }
  return [...sums].sort(([, a], [, b]) => b - a);
}

/** A reason in words: `visits: not a number`. One that no dictionary has is a mapping's own, and stays as it is. */
export function reasonText(reason) {
  const [, column, what] = /^(?:([\w ]+): )?(.*)$/s.exec(reason);
  const [number] = /\d+/.exec(what) ?? [];
  const key = [`reason.${what}`, `reason.${what.replace(/\d+/, '#')}`].find(knows);
  const words = key ? t(key, { number: count(Number(number)) }) : data(what);
  return column ? [data(column), ': ', words] : [words];
}

const parsed = value => (typeof value === 'string' && value ? JSON.parse(value) : value ?? {});
