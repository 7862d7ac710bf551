// Why rows were rejected: the table says it in codes, some with the column before them.
import { data } from './dom.js';
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
  const words = knows(`reason.${what}`) ? t(`reason.${what}`) : data(what);
  return column ? [data(column), ': ', words] : [words];
}

const parsed = value => (typeof value === 'string' && value ? JSON.parse(value) : value ?? {});
