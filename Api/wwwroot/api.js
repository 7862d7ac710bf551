// Reads the public tables over HTTP. Columns arrive as the tables name them; see docs/tables.md.
import { language } from './i18n.js';

export class ApiError extends Error {}

const mostRows = 10_000;

/**
 * Every row of a table that a query selects, page after page.
 * @param {string} table name of a public table
 * @param {Record<string, string|number|null|undefined>} [query] level, area, service, from, to, run
 * @returns {Promise<Record<string, any>[]>}
 */
export async function rows(table, query = {}) {
  const all = [];
  let page = null;
  do {
    const response = await ask(`api/${table}`, { ...query, lang: language(), top: mostRows, page });
    for (const row of await response.json()) all.push(row);
    page = response.headers.get('x-next-page');
  } while (page);
  return all;
}

/** Daily demand up to the forecast's origin. */
export const history = async query => (await ask('api/history', query)).json();

/** The service catalogue, with names in both languages. */
export const catalogue = async () => (await ask('api/services', {})).json();

/** The tables' columns, in a language. A browser keeps the answer and asks whether it still stands. */
export const columns = async lang => (await ask('api/columns', { lang })).json();

/** Where an upload's rejected rows can be had. */
export const quarantineAddress = path => `api/quarantine?${new URLSearchParams({ path, lang: language() })}`;

/**
 * What the run answers to a what-if.
 * @param {'scenarios'|'allocations'} name
 * @param {object} body see docs/tables.md; what is undefined is left out
 * @param {AbortSignal} signal ends a question that another has overtaken
 */
export async function question(name, body, signal) {
  const path = `api/${name}`;
  return (await checked(path, await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), signal }))).json();
}

/**
 * How a file would be taken in. Nothing of it is stored.
 * @param {File} file
 * @param {AbortSignal} signal ends a question that another has overtaken
 */
export async function inspect(file, signal) {
  const path = 'api/inspect';
  const address = `${path}?${new URLSearchParams({ name: file.name, lang: language() })}`;
  return (await checked(path, await fetch(address, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: file, signal }))).json();
}

async function ask(path, query) {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined) parameters.set(name, value);
  }
  return checked(path, await fetch(`${path}?${parameters}`));
}

async function checked(path, response) {
  if (response.ok) return response;
  const problem = await response.json().catch(() => ({}));
  throw new ApiError(problem.error ?? problem.message ?? problem.detail ?? `${path} answered ${response.status}`);
}
