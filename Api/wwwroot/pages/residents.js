import { areaLink } from '../components/area-link.js';
import { breadcrumb } from '../components/breadcrumb.js';
import { card } from '../components/card.js';
import { choice } from '../components/choice.js';
import { intervalBars } from '../components/interval-bars.js';
import { lead } from '../components/lead.js';
import { data, element } from '../dom.js';
import { count, fullDate, percentFine, signed } from '../format.js';
import { code, say, t } from '../i18n.js';
import { address } from '../router.js';

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
    card('groups', t('residents.groups'), [bars(t('residents.group'), own.map(row => [code('group', row.group), row]), say('residents.groupsCaption', { area: data(area.name) }))]),
    below.length ? card('places', t('residents.places'), [compare()], picker()) : null,
  ];

  function compare() {
    const rows = below.filter(row => row.group === group).sort((a, b) => b.share - a.share);
    const name = row => areaLink(city, city.byKey.get(`${row.level}:${row.area}`) ?? { name: row.areaName, key: '' }, areaHref);
    return bars(t('area'), rows.map(row => [name(row), row]), say('residents.placesCaption', { group: code('group', group), area: data(area.name) }));
  }

  function picker() {
    return choice({ label: t('residents.group'), value: group, options: groups.map(value => ({ value, text: t(`group.${value}`) })), onChoose: value => { location.hash = hrefOf({ group: value }); } }).node;
  }
}

// The mark is last year's share; the whisker, where shares will stand in a year by the trend and twice its error.
const bars = (label, rows, caption) => element('div', {}, intervalBars({
  caption,
  label,
  measure: t('residents.share'),
  figure: percentFine,
  empty: t('residents.empty'),
  columns: [t('residents.members'), t('residents.yearAgo'), t('residents.trend')],
  rows: rows.map(([name, row]) => ({
    name,
    value: row.share,
    mark: row.shareYearAgo,
    low: inAYear(row, -2),
    high: inAYear(row, 2),
    figures: [count(row.members), percentFine(row.shareYearAgo), trend(row)],
  })),
}), element('p', { class: 'chart-note' }, t('residents.key')));

const inAYear = (row, errors) => (row.trendPoints === null ? null : row.share + (row.trendPoints + errors * (row.trendError ?? 0)) / 100);

const trend = row => (row.trendPoints === null ? '–' : t('residents.points', { points: signed(row.trendPoints), error: signed(row.trendError ?? 0).replace(/^\+/, '') }));
