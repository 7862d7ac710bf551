import { rows } from '../api.js';
import { card } from '../components/card.js';
import { lead } from '../components/lead.js';
import { runTiles } from '../components/run-tiles.js';
import { sentenceList } from '../components/sentence-list.js';
import { shortageTable } from '../components/shortage-table.js';
import { data, element } from '../dom.js';
import { fullDate } from '../format.js';
import { say, t } from '../i18n.js';
import { span } from '../periods.js';
import { failedRuns, failedUploads } from '../sentences/failures.js';
import { findingSentences } from '../sentences/findings.js';

const mostRows = 10;
const mostServices = 3;

/** What needs attention tonight: the findings of the run. */
export async function render({ city }) {
  const asked = [rows('runs'), rows('uploads'), rows('models')];
  if (!city) {
    const [runs, uploads] = await Promise.all(asked);
    const notYet = { tone: 'note', text: say('app.noRun', { command: element('code', { translate: 'no' }, 'dotnet run --project Local -- run') }) };
    return [lead(t('nav.overview')), attention([notYet, ...failedRuns(runs, null), ...failedUploads(uploads)])];
  }

  const [runs, uploads, models, findings, supply] = await Promise.all([...asked, city.rows('attention'), city.rows('supplydemand', { level: 'city', area: city.root.code })]);
  return [
    lead(say('overview.title', { city: data(city.name), span: span(city.run.frequency, city.horizon), origin: fullDate(city.origin) }), t('overview.lead')),
    attention([...failedRuns(runs, city.run), ...findingSentences(findings)], findings.length === 0 && city.run.findings === null),
    element('div', { class: 'tiles' }, ...runTiles({ run: city.run, model: models.find(row => row.model === city.run.model), supply, uploads })),
    card('shortages', t('shortages.title'), [shortageTable(city, (await shortPlaces(city, supply)).slice(0, mostRows))]),
  ];
}

// Communities short of the services that the city is shortest of, the worst first.
async function shortPlaces(city, supply) {
  const worst = rows => rows.sort((a, b) => b.expectedShortage - a.expectedShortage);
  const services = worst(supply.filter(row => row.serviceLevel === 'service' && row.expectedShortage >= 1)).slice(0, mostServices);
  const places = await Promise.all(services.map(({ service }) => city.rows('supplydemand', { level: 'community', service })));
  return worst(places.flat().filter(row => row.expectedShortage > 0));
}

// A run of an earlier version tells no findings, and that none are told is then no good news.
function attention(sentences, untold = false) {
  const last = untold ? [{ tone: 'note', text: say('attention.untold') }] : sentences.length ? [] : [{ tone: 'fine', text: say('attention.none') }];
  return card('attention', t('attention.title'), [sentenceList([...sentences, ...last])]);
}
