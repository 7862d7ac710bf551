import { data, element } from '../dom.js';
import { count, date } from '../format.js';
import { code, list, say } from '../i18n.js';
import { address } from '../router.js';

/** How forecasts fared: of the city as a whole by service, and how many communities drift. */
export async function readDrift(city) {
  const [whole, communities] = await Promise.all([
    city.rows('forecastaccuracy', { level: 'city', area: city.root.code }), city.rows('forecastaccuracy', { level: 'community' })]);
  return { whole: once(whole.filter(row => row.drift)), communities: once(communities.filter(row => row.serviceLevel === 'service' && row.drifting > 0)) };
}

/** Forecasts that demand runs away from: the city's first, then services by how many communities drift. */
export function* driftSentences(city, { whole, communities }) {
  for (const row of whole) {
    yield {
      tone: 'alert',
      text: say(`drift.${row.drift}`, {
        service: element('a', { href: address('forecasts', { area: city.root.key, service: row.service }), translate: 'no' }, city.nameOf(row)), since: date(row.driftSince) }),
    };
  }
  if (communities.length === 0) return;
  const named = communities.sort((a, b) => b.drifting - a.drifting).slice(0, 5);
  yield { tone: 'note', text: say('drift.communities', { services: list(named.map(row => [data(city.nameOf(row)), ` (${count(row.drifting)})`])) }) };
}

/** What a drift is called. */
export const driftWord = row => (row.drift ? code('driftWord', row.drift) : null);

// Every part of the horizon repeats an area's or level's drift.
const once = rows => [...new Map(rows.map(row => [`${row.serviceLevel}|${row.service}`, row])).values()];
