import { rows } from '../api.js';
import { card } from '../components/card.js';
import { lead } from '../components/lead.js';
import { runTiles } from '../components/run-tiles.js';
import { sentenceList } from '../components/sentence-list.js';
import { shortageTable } from '../components/shortage-table.js';
import { data, element } from '../dom.js';
import { fullDate } from '../format.js';
import { say, t } from '../i18n.js';
import { driftSentences, readDrift } from '../sentences/drift.js';
import { feedbackSentences, readFeedback } from '../sentences/feedback.js';
import { improvementSentences, readImprovements } from '../sentences/improvements.js';
import { matchSentences, readMatch } from '../sentences/match.js';
import { participationSentences, readParticipation } from '../sentences/participation.js';
import { runSentences } from '../sentences/run.js';
import { readSatisfaction, worstSatisfactionSentences } from '../sentences/satisfaction.js';
import { readShortages, shortageSentences } from '../sentences/shortages.js';
import { uploadSentences } from '../sentences/uploads.js';

const mostRows = 10;

/** What needs attention tonight, in sentences made from the tables. */
export async function render({ city }) {
  const asked = [rows('runs'), rows('uploads'), rows('models')];
  if (!city) {
    const [runs, uploads] = await Promise.all(asked);
    const notYet = { tone: 'note', text: say('app.noRun', { command: element('code', { translate: 'no' }, 'dotnet run --project Local -- run') }) };
    return [lead(t('nav.overview')), attention([notYet, ...runSentences(runs, null), ...uploadSentences(uploads)])];
  }

  const [runs, uploads, models, shortages, drift, satisfaction, feedback, improvements, participation, match] = await Promise.all([
    ...asked, readShortages(city), readDrift(city), readSatisfaction(city), readFeedback(city), asked[0].then(all => readImprovements(city, all)), readParticipation(city), readMatch(city)]);
  const places = shortages.worst.flatMap(service => service.places).filter(row => row.expectedShortage > 0).sort((a, b) => b.expectedShortage - a.expectedShortage);
  return [
    lead(say('overview.title', { city: data(city.name), count: city.horizon, origin: fullDate(city.origin) }), t('overview.lead')),
    attention([
      ...shortageSentences(city, shortages), ...driftSentences(city, drift), ...uploadSentences(uploads), ...runSentences(runs, city.run, city),
      ...worstSatisfactionSentences(satisfaction), ...feedbackSentences(city, feedback), ...participationSentences(participation), ...matchSentences(city, match), ...improvementSentences(improvements)]),
    element('div', { class: 'tiles' }, ...runTiles({ run: city.run, model: models.find(row => row.model === city.run.model), supply: shortages.supply, uploads })),
    card('shortages', t('shortages.title'), [shortageTable(city, places.slice(0, mostRows))]),
  ];
}

// What alerts comes before what is worth knowing; within either, in the order of the tables.
function attention(sentences) {
  const order = ['alert', 'note', 'fine'];
  const sorted = sentences.sort((a, b) => order.indexOf(a.tone) - order.indexOf(b.tone));
  return card('attention', t('attention.title'), [sentenceList(sorted.length ? sorted : [{ tone: 'fine', text: say('attention.none') }])]);
}
