import { keyOf } from '../city.js';
import { element } from '../dom.js';

/** An area's name; a link to what lies below, where anything does. */
export const areaLink = (city, area, hrefOf) => (city.children(area).length
  ? element('a', { href: hrefOf(area), translate: 'no' }, area.name)
  : element('span', { translate: 'no' }, area.name));

/** The same for a row's area. */
export const rowLink = (city, row, hrefOf) => areaLink(city, city.byKey.get(keyOf(row.level, row.area)) ?? { key: '', name: row.areaName }, hrefOf);
