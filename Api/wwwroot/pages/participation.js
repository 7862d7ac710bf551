import { rowLink } from '../components/area-link.js';
import { breadcrumb } from '../components/breadcrumb.js';
import { card } from '../components/card.js';
import { details } from '../components/details.js';
import { lead } from '../components/lead.js';
import { participationBars } from '../components/participation-bars.js';
import { participationTable } from '../components/participation-table.js';
import { rateChart } from '../components/rate-chart.js';
import { sentenceList } from '../components/sentence-list.js';
import { capital, columnsOf } from '../columns.js';
import { data, element } from '../dom.js';
import { count, percentFine, quarter, signed } from '../format.js';
import { list, say, t } from '../i18n.js';
import { address } from '../router.js';

const columns = columnsOf('Participation');

/** Which share of those who may takes part: over the quarters, by channel and mode, and in the areas below. */
export async function render({ city, params, page }) {
  const area = city.area(params.area);
  const own = await city.rows('participation', { level: area.level, area: area.code });
  const quarters = own.filter(row => row.breakdown === 'total').sort((a, b) => a.period.localeCompare(b.period));
  const latest = quarters.at(-1);
  const below = latest ? (await city.childRows('participation', area, { from: latest.period, to: latest.period })).filter(row => row.breakdown === 'total') : [];
  const areaHref = each => address(page, { area: each.key });
  const now = own.filter(row => row.period === latest?.period);
  const told = quarters.filter(row => row.rate !== null);
  const chart = told.length ? await rateChart() : null;
  chart?.show({ title: t('participation.quarters'), rows: told });
  return [
    lead(t('nav.participation'), latest ? say('participation.lead', { area: data(area.name), quarter: quarter(latest.period), rate: percentFine(latest.rate), participants: count(latest.participants), eligible: count(latest.eligible) }) : null),
    breadcrumb(city.path(area), areaHref),
    card('low', t('participation.low'), [sentenceList(lowAreas([...now.filter(row => row.breakdown === 'total'), ...below]))]),
    card('quarters', t('participation.quarters'), [
      latest && latest.trendPoints !== null ? element('p', { class: 'chart-note' }, t('participation.trend', { points: signed(latest.trendPoints), error: signed(latest.trendError ?? 0).replace(/^\+/, '') })) : null,
      chart?.node ?? null,
      details(t('complaints.table'), () => participationTable(quarters), !chart)]),
    ...['channel', 'mode'].map(breakdown => card(breakdown, t(`participation.${breakdown}`), [
      participationBars(now.filter(row => row.breakdown === breakdown), capital(columns.word('breakdown', breakdown)), row => capital(columns.read(row, 'category')), latest?.period)])),
    below.length ? card('places', t('participation.places'), [participationBars(below, columns.label('areaName'), row => rowLink(city, row, areaHref), latest.period)]) : null,
  ];
}

function lowAreas(rows) {
  const weak = rows.filter(row => row.standing === 'weak').sort((a, b) => a.cityGap - b.cityGap);
  if (weak.length === 0) return [{ tone: 'fine', text: say('participation.noneLow') }];
  return [{ tone: 'note', text: say('participation.lowAreas', {
    areas: list(weak.map(row => say('participation.lowArea', { area: data(row.areaName), rate: percentFine(row.rate), gap: signed(row.cityGap) }))) }) }];
}
