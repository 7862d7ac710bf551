import { count, percentFine, quarter, signed } from '../format.js';
import { list, say } from '../i18n.js';
import { areaOn, see } from './links.js';

const mostNamed = 5;
const chance = 0.05;

/** The city's latest quarter, and the totals of the finest areas that come at once. */
export async function readParticipation(city) {
  const own = await city.rows('participation', { level: 'city', area: city.root.code });
  const period = own.map(row => row.period).sort().at(-1);
  if (!period) return { whole: null, areas: [] };
  const latest = own.filter(row => row.period === period);
  const below = await city.finestRows('participation', latest.length, { from: period, to: period });
  return { whole: latest.find(row => row.breakdown === 'total') ?? null, areas: below.filter(row => row.breakdown === 'total') };
}

/** Whether the city's rate moves beyond chance, and the areas that lie lowest beyond chance. */
export function* participationSentences({ whole, areas }) {
  if (whole?.trendPoints && whole.trendP !== null && whole.trendP < chance) {
    const falls = whole.trendPoints < 0;
    yield {
      tone: falls ? 'alert' : 'fine',
      text: say(falls ? 'participation.falls' : 'participation.rises', { rate: percentFine(whole.rate), quarter: quarter(whole.period), points: signed(whole.trendPoints), link: see('participation') }),
    };
  }
  const weak = areas.filter(row => row.standing === 'weak').sort((a, b) => a.cityGap - b.cityGap);
  if (weak.length === 0) return;
  const named = weak.slice(0, mostNamed).map(row => say('participation.lowArea', { area: areaOn('participation', row), rate: percentFine(row.rate), gap: signed(row.cityGap) }));
  yield { tone: 'note', text: say('participation.lowest', { areas: list(named), all: count(weak.length), link: see('participation') }) };
}
