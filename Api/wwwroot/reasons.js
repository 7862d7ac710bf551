// Why rows were left out, as the server says it in the page's language.

/**
 * Rows by reason over uploads, the commonest first.
 * @returns {[string, number][]}
 */
export function reasonsOf(uploads) {
  const sums = new Map();
  for (const { message, rows } of uploads.flatMap(upload => upload.reasons)) sums.set(message.text, (sums.get(message.text) ?? 0) + rows);
  return [...sums].sort(([, a], [, b]) => b - a);
}
