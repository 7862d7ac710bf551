/**
 * The pages, in the order of the navigation. A new page is a module with `render`, an entry here, and `nav.{id}` in both dictionaries.
 *
 * `render({ city, params, page })` gives the nodes of the page; `city` is the current run's (city.js), `params` come from the address, and a page that
 * `needsRun` is not asked before one is published.
 * @type {{id: string, needsRun?: boolean, load: () => Promise<{render: (context: object) => Promise<(Node|null)[]>}>}[]}
 */
export const pages = [
  { id: 'overview', load: () => import('./overview.js') },
  { id: 'forecasts', needsRun: true, load: () => import('./forecasts.js') },
  { id: 'supply', needsRun: true, load: () => import('./supply.js') },
  { id: 'residents', needsRun: true, load: () => import('./residents.js') },
  { id: 'quality', load: () => import('./quality.js') },
  { id: 'runs', load: () => import('./runs.js') },
];
