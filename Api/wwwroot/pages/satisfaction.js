import { rowLink } from '../components/area-link.js';
import { breadcrumb } from '../components/breadcrumb.js';
import { card } from '../components/card.js';
import { complaintChart } from '../components/complaint-chart.js';
import { details } from '../components/details.js';
import { dimensionBars } from '../components/dimension-bars.js';
import { lead } from '../components/lead.js';
import { ratedAreas } from '../components/rated-areas.js';
import { sentenceList } from '../components/sentence-list.js';
import { themeBars } from '../components/theme-bars.js';
import { data, element } from '../dom.js';
import { count, fullDate } from '../format.js';
import { list, say, t } from '../i18n.js';
import { address } from '../router.js';
import { satisfactionSentences } from '../sentences/satisfaction.js';

/** How people rate services and what they complain about, in one area and in those below it. */
export async function render({ city, params, page }) {
  const area = city.area(params.area);
  const query = { level: area.level, area: area.code, service: 'all' };
  const [own, themes] = await Promise.all([city.rows('satisfaction', query), city.rows('feedbackthemes', query)]);
  const year = own.filter(ofYear);
  // The year begins on a day of its own, so that its rows come without those of the quarters.
  const [{ period } = {}] = year;
  const below = period ? (await city.childRows('satisfaction', area, { service: 'all', from: period, to: period })).filter(ofYear) : [];
  const areaHref = each => address(page, { area: each.key });
  const overall = year.find(row => row.dimension === 'overall');
  const [latest] = themes.map(row => row.period).sort().slice(-1);
  const now = themes.filter(row => row.period === latest);
  const terms = now.find(row => row.theme === 'all')?.emergingTerms?.split('; ') ?? [];
  const { chart, table } = await complaintChart(themes.filter(row => row.theme === 'all'));
  return [
    lead(t('nav.satisfaction'), overall ? say('satisfaction.lead', { area: data(area.name), answers: count(overall.answers), count: overall.answers, from: fullDate(overall.period), to: fullDate(overall.periodEnd) }) : null),
    breadcrumb(city.path(area), areaHref),
    card('standing', t('satisfaction.standing'), [sentenceList(satisfactionSentences([...year, ...below]))]),
    card('dimensions', t('satisfaction.dimensions'), [dimensionBars(year, area)]),
    below.length ? card('ranking', t('satisfaction.ranking'), [ratedAreas(below.filter(row => row.dimension === 'overall'), area, row => rowLink(city, row, areaHref))]) : null,
    card('themes', t('themes.title'), [
      themeBars(now.filter(row => row.theme !== 'all'), latest),
      terms.length ? element('p', { class: 'chart-note' }, say('themes.emerging', { terms: list(terms.map(data)) })) : null]),
    card('complaints', t('complaints.title'), [chart, details(t('complaints.table'), table, !chart)]),
  ];
}

const ofYear = row => row.periodKind === 'year' && row.source === 'all' && row.service === 'all';
