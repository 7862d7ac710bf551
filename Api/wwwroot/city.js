// What pages know of the city: the current run, its areas and services. Read once a language; a reload of the page reads it anew.
import { catalogue, rows } from './api.js';
import { places } from './columns.js';
import { language } from './i18n.js';

export const levels = ['city', 'district', 'subdistrict', 'community'];

// More children than this come faster as one answer for their whole level.
const mostSingly = 24;

/** @typedef {{key: string, level: string, code: string, name: string, parent: string|null}} Area */
/** @typedef {{level: string, code: string, name: string}} Scope a service, need class, or all */

export const keyOf = (level, code) => `${level}:${code}`;

let known = null;
let spoken = null;

/** The city of the current run; null before the first run is published. */
export function readCity() {
  if (spoken !== language()) [known, spoken] = [null, language()];
  known ??= read().catch(failure => {
    known = null;
    throw failure;
  });
  return known;
}

async function read() {
  const runs = await rows('runs');
  if (!runs.some(row => row.state === 'published')) return null;
  const days = await rows('forecasts', { level: 'city', service: 'all' });
  const [head] = days;
  const query = { from: head.date, to: head.date, run: head.run };
  const [areas, scopes, services] = await Promise.all([readAreas(query), rows('forecasts', { ...query, level: 'city', area: head.area }), catalogue()]);
  return new City(runs.find(row => row.run === head.run), head, areas, scopes, services);
}

class City {
  constructor(run, head, areas, scopes, services) {
    const order = { all: 0, need_class: 1, service: 2 };
    [this.run, this.name, this.origin, this.horizon] = [run, head.areaName, head.origin, run.horizon];
    this.areas = areas;
    this.byKey = new Map(areas.map(area => [area.key, area]));
    this.chinese = new Map(services.map(service => [service.code, service.nameZh]));
    this.scopes = scopes.map(row => ({ level: row.serviceLevel, code: row.service, english: row.serviceName }))
      .sort((a, b) => order[a.level] - order[b.level] || a.english.localeCompare(b.english));
  }

  get root() { return this.areas[0]; }

  /** Rows of this run, so that answers of one page never mix two, unless a query names another. */
  rows(table, query = {}) { return rows(table, { run: this.run.run, ...query }); }

  area(key) { return this.byKey.get(key) ?? this.root; }

  scope(code) { return this.scopes.find(scope => scope.code === code) ?? this.scopes[0]; }

  children(area) { return this.areas.filter(each => each.parent === area.key); }

  /** The area and those above it, the city first. */
  path(area) { return area ? [...this.path(this.byKey.get(area.parent)), area] : []; }

  /** What people call a service, class or all, in the page's language. */
  serviceName({ level, code, english }) {
    const word = level === 'service' ? undefined : places.known('service', code);
    return word ?? (language() === 'zh' ? this.chinese.get(code) ?? code : english);
  }

  nameOf(row) { return this.serviceName({ level: row.serviceLevel, code: row.service, english: row.serviceName }); }

  /** A table's rows of the areas right below one. */
  async childRows(table, area, query = {}) {
    const children = this.children(area);
    if (children.length === 0) return [];
    if (children.length <= mostSingly) return (await Promise.all(children.map(({ level, code }) => this.rows(table, { ...query, level, area: code })))).flat();
    const codes = new Set(children.map(child => child.code));
    return (await this.rows(table, { ...query, level: children[0].level })).filter(row => codes.has(row.area));
  }
}

// Areas, parents before children, in the order of their names; one row an area suffices.
async function readAreas(query) {
  const perLevel = await Promise.all(levels.map(level => rows('forecasts', { ...query, level, service: 'all' })));
  const byName = new Intl.Collator('zh', { numeric: true });
  return perLevel.flatMap((areas, depth) => areas
    .map(row => ({
      key: keyOf(row.level, row.area),
      level: row.level,
      code: row.area,
      name: row.areaName,
      parent: depth === 0 ? null : keyOf(levels[depth - 1], row.parent),
    }))
    .sort((a, b) => byName.compare(a.name, b.name)));
}
