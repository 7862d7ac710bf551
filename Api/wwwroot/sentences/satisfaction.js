import { data } from '../dom.js';
import { fine } from '../format.js';
import { code, list, say } from '../i18n.js';
import { areaOn, see } from './links.js';

const page = { areas: 8, dimensions: Infinity, name: row => data(row.areaName) };
const overview = { areas: 3, dimensions: 2, name: row => areaOn('satisfaction', row) };

/** Rows of the year and of all services, of the city and of the finest areas that come at once. */
export async function readSatisfaction(city) {
  const own = (await city.rows('satisfaction', { level: 'city', area: city.root.code, service: 'all' })).filter(row => row.periodKind === 'year');
  if (own.length === 0) return [];
  const [{ period }] = own;
  const below = await city.finestRows('satisfaction', own.length, { service: 'all', from: period, to: period });
  return [...own, ...below].filter(row => row.periodKind === 'year' && row.source === 'all');
}

/** Areas rated below the city beyond chance, and areas whose sources disagree beyond chance: rows of the year. */
export function satisfactionSentences(rows) {
  const { sentences, more } = told(rows, page);
  if (more) sentences.push({ tone: 'note', text: say('satisfaction.more', { count: more }) });
  return sentences.length ? sentences : [{ tone: 'fine', text: say('satisfaction.none') }];
}

/** The worst few of these, and what is worst there. */
export function worstSatisfactionSentences(rows) {
  const { sentences, more } = told(rows, overview);
  if (more) sentences.push({ tone: 'note', text: say('satisfaction.moreElsewhere', { count: more, link: see('satisfaction') }) });
  return sentences;
}

function told(rows, { areas, dimensions, name }) {
  const weak = byArea(rows.filter(row => row.standing === 'weak'), row => row.cityGap);
  const apart = byArea(rows.filter(row => row.sourcesDisagree), row => -row.sourceGap);
  const text = (kind, of, words) => say(`satisfaction.${kind}`, { area: name(of[0]), dimensions: list(of.slice(0, dimensions).map(words)) });
  return {
    sentences: [
      ...weak.slice(0, areas).map(of => ({ tone: 'alert', text: text('weak', of, weakness) })),
      ...apart.slice(0, areas).map(of => ({ tone: 'note', text: text('apart', of, disagreement) })),
    ],
    more: Math.max(0, weak.length - areas) + Math.max(0, apart.length - areas),
  };
}

const weakness = row => say('satisfaction.weakness', { dimension: code('dimension', row.dimension), index: fine(row.index), gap: fine(-row.cityGap) });

const disagreement = row => say('satisfaction.disagreement', {
  dimension: code('dimension', row.dimension), gap: fine(row.sourceGap), lowest: code('source', row.sourceLowest), highest: code('source', row.sourceHighest) });

// Areas in the order of their most pressing row, and each area's rows in that order.
function byArea(rows, pressing) {
  const areas = new Map();
  for (const row of rows.sort((a, b) => pressing(a) - pressing(b))) areas.set(`${row.level}:${row.area}`, [...areas.get(`${row.level}:${row.area}`) ?? [], row]);
  return [...areas.values()];
}
