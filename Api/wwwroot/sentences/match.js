import { mismatchName } from '../components/mismatch-bars.js';
import { data } from '../dom.js';
import { count, percentFine, visits } from '../format.js';
import { code, list, say } from '../i18n.js';
import { areaOn, see } from './links.js';

const mostPlaces = 3;
const leastMismatch = 0.1;

/** Where extra capacity goes, of the city by service and of communities over all services, and how the city's supply matches its needs. */
export async function readMatch(city) {
  const [whole, places, dimensions] = await Promise.all([
    city.rows('allocations', { level: 'city', area: city.root.code }),
    city.rows('allocations', { level: 'community', service: 'all' }),
    city.rows('matchdimensions', { level: 'city', area: city.root.code, service: 'all' })]);
  // The page, too, begins with the first of several resources.
  const [resource] = whole.map(row => row.resource).sort();
  const ofResource = rows => rows.filter(row => row.resource === resource).sort((a, b) => b.shortageRemoved - a.shortageRemoved);
  return { whole: ofResource(whole), places: ofResource(places), dimensions };
}

/** The best use of extra capacity, and the dimension with the worst mismatch. */
export function* matchSentences(city, { whole, places, dimensions }) {
  const all = whole.find(row => row.service === 'all');
  const service = whole.find(row => row.serviceLevel === 'service');
  if (all && service && all.shortageRemoved >= 1) {
    const named = places.slice(0, mostPlaces).filter(row => row.shortageRemoved >= 0.5);
    yield {
      tone: 'note',
      text: say('allocation.best', {
        extra: visits(all.extraCapacity), removed: visits(all.shortageRemoved), before: visits(all.shortageBefore), proportional: visits(all.proportionalRemoved),
        service: data(city.nameOf(service)), ofService: visits(service.shortageRemoved), places: list(named.map(row => [areaOn('match', row), ` (${visits(row.shortageRemoved)})`])), link: see('match') }),
    };
  }
  const worst = dimensions.filter(row => row.mismatch >= leastMismatch).sort((a, b) => b.mismatch - a.mismatch)[0];
  if (worst) {
    yield {
      tone: 'note',
      text: say('match.worst', { dimension: code('matchDimension', worst.dimension), measure: mismatchName(worst.measure), mismatch: percentFine(worst.mismatch), basis: count(worst.basis), link: see('match') }),
    };
  }
}
