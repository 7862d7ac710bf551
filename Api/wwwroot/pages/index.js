/**
 * The pages, in the order of the navigation. A new page is a module with `render`, an entry here, and `nav.{id}` in both dictionaries.
 *
 * `render({ city, params, page })` gives the nodes of the page. `params` come from the address. `city` is the current run's (city.js): a page that requires
 * it is not asked before a run is published, one for which it is optional gets null then, and any other gets none and waits for none.
 * @type {{id: string, city?: 'required'|'optional', load: () => Promise<{render: (context: object) => Promise<(Node|null)[]>}>}[]}
 */
export const pages = [
  { id: 'overview', city: 'optional', load: () => import('./overview.js') },
  { id: 'forecasts', city: 'required', load: () => import('./forecasts.js') },
  { id: 'supply', city: 'required', load: () => import('./supply.js') },
  { id: 'match', city: 'required', load: () => import('./match.js') },
  { id: 'scenarios', city: 'required', load: () => import('./scenarios.js') },
  { id: 'residents', city: 'required', load: () => import('./residents.js') },
  { id: 'satisfaction', city: 'required', load: () => import('./satisfaction.js') },
  { id: 'improvements', city: 'required', load: () => import('./improvements.js') },
  { id: 'participation', city: 'required', load: () => import('./participation.js') },
  { id: 'quality', load: () => import('./quality.js') },
  { id: 'runs', city: 'optional', load: () => import('./runs.js') },
];
