import { rowLink } from '../components/area-link.js';
import { breadcrumb } from '../components/breadcrumb.js';
import { card } from '../components/card.js';
import { details } from '../components/details.js';
import { effectBars } from '../components/effect-bars.js';
import { lead } from '../components/lead.js';
import { pooledBars } from '../components/pooled-bars.js';
import { statTile } from '../components/stat-tile.js';
import { columnsOf } from '../columns.js';
import { data, element } from '../dom.js';
import { count } from '../format.js';
import { say, t } from '../i18n.js';
import { address } from '../router.js';

const columns = columnsOf('Improvements');
const outcomes = ['satisfaction', 'efficiency', 'complaints', 'response'];
const verdicts = ['achieved', 'not_achieved', 'too_early', 'no_comparison'];

/** What each measure of an area did to satisfaction, efficiency, complaints and response minutes, against communities without it; and what they did together. */
export async function render({ city, params, page }) {
  const area = city.area(params.area);
  const places = communitiesIn(city, area);
  const rows = (await city.rows('improvements', { level: 'community' })).filter(row => places.has(row.area));
  const tile = verdict => statTile({ label: columns.word('verdict', verdict), figure: count(rows.filter(row => row.verdict === verdict).length), note: t(`improvements.note.${verdict}`) });
  const areaHref = each => address(page, { area: each.key });
  return [
    lead(t('nav.improvements'), t('improvements.lead')),
    breadcrumb(city.path(area), areaHref),
    rows.length ? element('div', { class: 'tiles' }, ...verdicts.map(tile)) : null,
    area.level === 'community' || rows.length === 0 ? null : await together(city, area, areaHref),
    ...outcomes.map(outcome => [outcome, rows.filter(row => row.outcome === outcome)])
      .filter(([outcome, own]) => outcome !== 'response' || own.length)
      .map(([outcome, own]) => card(outcome, columns.word('outcome', outcome), [effectBars(own, outcome)])),
    element('p', { class: 'chart-note' }, t('improvements.key')),
  ];
}

async function together(city, area, areaHref) {
  const own = (await city.rows('improvements', { level: area.level, area: area.code, service: 'all' })).sort(byOutcome);
  const below = area.level === 'subdistrict' ? [] : (await city.childRows('improvements', area, { service: 'all' })).filter(row => ofAllKinds(row) && row.outcome === 'satisfaction');
  return card('together', t('improvements.together'), [
    pooledBars(own.filter(ofAllKinds), columns.label('outcome'), row => columns.read(row, 'outcome')),
    details(t('improvements.kinds'), () => pooledBars(own.filter(row => !ofAllKinds(row)), columns.label('measure'), row => say('improvements.kind', { measure: data(row.measure), outcome: columns.read(row, 'outcome') }))),
    below.length ? details(t('improvements.below'), () => pooledBars(below, columns.label('areaName'), row => rowLink(city, row, areaHref))) : null,
    element('p', { class: 'chart-note' }, t('improvements.together.key')),
  ]);
}

const ofAllKinds = row => row.measure === null;

const byOutcome = (a, b) => (a.measure ?? '').localeCompare(b.measure ?? '') || outcomes.indexOf(a.outcome) - outcomes.indexOf(b.outcome);

const communitiesIn = (city, area) => new Set(area.level === 'community' ? [area.code] : city.children(area).flatMap(child => [...communitiesIn(city, child)]));
