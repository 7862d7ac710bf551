import { areaLink } from '../components/area-link.js';
import { breadcrumb } from '../components/breadcrumb.js';
import { card } from '../components/card.js';
import { choice } from '../components/choice.js';
import { intervalBars } from '../components/interval-bars.js';
import { lead } from '../components/lead.js';
import { capital, columnsOf } from '../columns.js';
import { data, element } from '../dom.js';
import { count, fullDate, signed } from '../format.js';
import { say, t } from '../i18n.js';
import { address } from '../router.js';

const columns = columnsOf('Residents');

/** Who lives where, and how that changes: the groups of one area, and one group in the areas below it. */
export async function render({ city, params, page }) {
  const area = city.area(params.area);
  const [own, below] = await Promise.all([city.rows('residents', { level: area.level, area: area.code }), city.childRows('residents', area)]);
  const groups = [...new Set([...own, ...below].map(row => row.group))];
  const group = groups.includes(params.group) ? params.group : groups[0];
  const hrefOf = changes => address(page, { area: area.key, group, ...changes });
  const areaHref = each => hrefOf({ area: each.key });
  return [
    lead(t('nav.residents'), own[0] ? say('residents.lead', { area: data(area.name), count: own[0].population, persons: count(own[0].population), day: fullDate(own[0].asOf) }) : null),
    breadcrumb(city.path(area), areaHref),
    card('groups', t('residents.groups'), [bars(columns.label('group'), own, row => groupName(row.group), say('residents.groupsCaption', { area: data(area.name) }))]),
    below.length ? card('places', t('residents.places'), [compare()], picker()) : null,
  ];

  function compare() {
    const rows = below.filter(row => row.group === group).sort((a, b) => b.share - a.share);
    const name = row => areaLink(city, city.byKey.get(`${row.level}:${row.area}`) ?? { name: row.areaName, key: '' }, areaHref);
    return bars(columns.label('areaName'), rows, name, say('residents.placesCaption', { group: groupName(group), area: data(area.name) }));
  }

  function picker() {
    return choice({ label: columns.label('group'), value: group, options: groups.map(value => ({ value, text: groupName(value) })), onChoose: value => { location.hash = hrefOf({ group: value }); } }).node;
  }
}

const groupName = code => capital(columns.known('group', code) ?? code);

// The mark is last year's share; the whisker, where shares will stand in a year by the trend and twice its error.
const bars = (label, rows, name, caption) => element('div', {}, intervalBars({
  caption,
  label,
  name,
  measure: columns.show('share'),
  bar: row => ({ value: row.share, mark: row.shareYearAgo, low: inAYear(row, -2), high: inAYear(row, 2) }),
  empty: t('residents.empty'),
  rows,
  columns: [columns.show('members'), columns.show('shareYearAgo'), columns.show('trendPoints', { value: trend })],
}), element('p', { class: 'chart-note' }, t('residents.key')));

const inAYear = (row, errors) => (row.trendPoints === null ? null : row.share + (row.trendPoints + errors * (row.trendError ?? 0)) / 100);

const trend = row => (row.trendPoints === null ? '–' : t('residents.points', { points: signed(row.trendPoints), error: signed(row.trendError ?? 0).replace(/^\+/, '') }));
