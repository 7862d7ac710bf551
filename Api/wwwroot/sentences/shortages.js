import { data, element } from '../dom.js';
import { count, date, percent, visits } from '../format.js';
import { list, say } from '../i18n.js';
import { address } from '../router.js';
import { keyOf } from '../city.js';

const mostServices = 3;
const mostPlaces = 3;

/** Services of the whole city that will fall short, the largest shortage first, each with its communities' rows, the worst first. */
export async function readShortages(city) {
  const supply = await city.rows('supplydemand', { level: 'city', area: city.root.code });
  const short = supply.filter(row => row.serviceLevel === 'service' && row.expectedShortage >= 1).sort((a, b) => b.expectedShortage - a.expectedShortage);
  const worst = await Promise.all(short.slice(0, mostServices).map(async row => ({
    row,
    places: (await city.rows('supplydemand', { level: 'community', service: row.service })).sort((a, b) => b.expectedShortage - a.expectedShortage),
  })));
  return { supply, worst, others: short.length - worst.length };
}

/** Shortages to come: a sentence a service, and one for all services that are tight. */
export function* shortageSentences(city, { supply, worst, others }) {
  for (const { row, places } of worst) {
    const named = places.slice(0, mostPlaces).filter(place => place.expectedShortage >= 0.5);
    yield {
      tone: row.status === 'short' ? 'alert' : 'note',
      text: say('shortage.sentence', {
        service: element('a', { href: address('supply', { service: row.service }), translate: 'no' }, city.nameOf(row)),
        shortage: element('strong', {}, visits(row.expectedShortage)), demand: count(row.expectedDemand), share: percent(1 - row.matchRate), until: date(row.to),
        places: list(named.map(place => placeLink(city, place))), worst: date(row.worstDate),
      }),
    };
  }
  if (others > 0) yield { tone: 'note', text: say('shortage.others', { count: others }) };
  const tight = supply.filter(row => row.serviceLevel === 'service' && row.status === 'tight' && row.expectedShortage < 1);
  if (tight.length) yield { tone: 'note', text: say('shortage.tight', { services: list(tight.map(row => data(city.nameOf(row)))) }) };
  if (supply.length === 0) yield { tone: 'note', text: say('shortage.noCapacity') };
}

const placeLink = (city, place) => [element('a', { href: address('forecasts', { area: keyOf(place.level, place.area), service: place.service }), translate: 'no' }, place.areaName), ` (${visits(place.expectedShortage)})`];
