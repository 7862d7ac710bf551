// What the page knows of the city: its areas and services, as the current run has them.
import { rows } from './api.js';

export const levels = ['city', 'district', 'subdistrict', 'community'];

/** @typedef {{key: string, level: string, code: string, name: string, parent: string|null}} Area */

export const keyOf = (level, code) => `${level}:${code}`;

/**
 * Areas, parents before children, in the order of their names.
 * @param {string} day the first day of the forecast; one row an area suffices
 * @returns {Promise<Area[]>}
 */
export async function readAreas(day) {
  const perLevel = await Promise.all(levels.map(level => rows('forecasts', { level, service: 'all', from: day, to: day })));
  return perLevel.flatMap((areas, depth) => areas
    .map(row => ({
      key: keyOf(row.level, row.area),
      level: row.level,
      code: row.area,
      name: row.areaName,
      parent: depth === 0 ? null : keyOf(levels[depth - 1], row.parent),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true })));
}

/** Service scopes: all, need classes, services; each with the name that people read. */
export async function readServices(day, city) {
  const order = { all: 0, need_class: 1, service: 2 };
  const found = await rows('forecasts', { level: 'city', area: city, from: day, to: day });
  return found
    .map(row => ({ level: row.serviceLevel, code: row.service, name: row.serviceName }))
    .sort((a, b) => order[a.level] - order[b.level] || a.name.localeCompare(b.name));
}
