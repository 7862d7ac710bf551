// Reads the public tables over HTTP. Columns arrive as the tables name them; see docs/tables.md.

export class ApiError extends Error {}

/**
 * Every row of a table that a query selects, page after page.
 * @param {string} table name of a public table
 * @param {Record<string, string|number|null|undefined>} [query] level, area, service, from, to, run, top
 * @returns {Promise<Record<string, any>[]>}
 */
export async function rows(table, query = {}) {
  const all = [];
  let page = null;
  do {
    const response = await ask(`api/${table}`, { ...query, page });
    all.push(...await response.json());
    page = response.headers.get('x-next-page');
  } while (page);
  return all;
}

/** Daily demand up to the forecast's origin. Only the local host keeps it at hand. */
export async function history(query) {
  return (await ask('api-local/history', query)).json();
}

async function ask(path, query) {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined) parameters.set(name, value);
  }
  const response = await fetch(`${path}?${parameters}`);
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw new ApiError(problem.error ?? problem.message ?? problem.detail ?? `${path} answered ${response.status}`);
  }
  return response;
}
