import { capital, columnsOf } from '../columns.js';
import { data } from '../dom.js';
import { fine } from '../format.js';
import { list, say } from '../i18n.js';

const columns = columnsOf('Satisfaction');
const most = 8;

/** Areas rated below the city beyond chance, and areas whose sources disagree beyond chance: rows of the year. */
export function satisfactionSentences(rows) {
  const { sentences, more } = told(rows);
  if (more) sentences.push({ tone: 'note', text: say('satisfaction.more', { count: more }) });
  return sentences.length ? sentences : [{ tone: 'fine', text: say('satisfaction.none') }];
}

function told(rows) {
  const weak = byArea(rows.filter(row => row.standing === 'weak'), row => row.cityGap);
  const apart = byArea(rows.filter(row => row.sourcesDisagree), row => -row.sourceGap);
  const text = (kind, of, words) => say(`satisfaction.${kind}`, { area: data(of[0].areaName), dimensions: list(of.map(words)) });
  return {
    sentences: [
      ...weak.slice(0, most).map(of => ({ tone: 'alert', text: text('weak', of, weakness) })),
      ...apart.slice(0, most).map(of => ({ tone: 'note', text: text('apart', of, disagreement) })),
    ],
    more: Math.max(0, weak.length - most) + Math.max(0, apart.length - most),
  };
}

const weakness = row => say('satisfaction.weakness', { dimension: capital(columns.read(row, 'dimension')), index: fine(row.index), gap: fine(-row.cityGap) });

const disagreement = row => say('satisfaction.disagreement', {
  dimension: capital(columns.read(row, 'dimension')), gap: fine(row.sourceGap), lowest: columns.read(row, 'sourceLowest'), highest: columns.read(row, 'sourceHighest') });

// Areas in the order of their most pressing row, and each area's rows in that order.
function byArea(rows, pressing) {
  const areas = new Map();
  for (const row of rows.sort((a, b) => pressing(a) - pressing(b))) areas.set(`${row.level}:${row.area}`, [...areas.get(`${row.level}:${row.area}`) ?? [], row]);
  return [...areas.values()];
}
