import { rowLink } from '../components/area-link.js';
import { allocationTable } from '../components/allocation-table.js';
import { breadcrumb } from '../components/breadcrumb.js';
import { card } from '../components/card.js';
import { choice } from '../components/choice.js';
import { lead } from '../components/lead.js';
import { liveAllocation, resourceName } from '../components/live-allocation.js';
import { mismatchBars } from '../components/mismatch-bars.js';
import { scopeChoice } from '../components/scope-choice.js';
import { columnsOf } from '../columns.js';
import { data } from '../dom.js';
import { fullDate } from '../format.js';
import { say, t } from '../i18n.js';
import { address, here } from '../router.js';

const columns = columnsOf('Allocations');
const dimensions = ['structural', 'timeliness', 'personal', 'sustainability'];

/** Where supply misses needs, in four dimensions, and where extra capacity would help most. The view stands in the address, so Back undoes every choice. */
export async function render({ city, params, page }) {
  const area = city.area(params.area);
  const scope = city.scope(params.service);
  const [own, within, places] = await Promise.all([
    city.rows('matchdimensions', { level: area.level, area: area.code, service: scope.code }),
    city.rows('allocations', { level: area.level, area: area.code }),
    city.childRows('allocations', area, { service: scope.code }),
  ]);
  const resources = [...new Set(within.map(row => row.resource))].sort();
  const resource = resources.includes(params.resource) ? params.resource : resources[0];
  const hrefOf = changes => address(page, { ...here().params, area: area.key, service: params.service, resource: params.resource, ...changes });
  const areaHref = each => hrefOf({ area: each.key });
  const ofResource = rows => rows.filter(row => row.resource === resource);
  const [period] = own;
  return [
    lead(t('nav.match'), period ? say('match.lead', { area: data(area.name), from: fullDate(period.from), to: fullDate(period.to) }) : null),
    breadcrumb(city.path(area), areaHref),
    scopeChoice(city, scope.code, service => { location.hash = hrefOf({ service }); }).node,
    ...dimensions.map(dimension => card(dimension, t(`match.${dimension}`), [mismatchBars(own.filter(row => row.dimension === dimension))])),
    // Where the night had nothing to share among, there is nothing to ask.
    within.some(row => row.service === scope.code)
      ? liveAllocation({ city, area, scope, page, unit: resources.includes(params.unit) ? params.unit : resources[0], units: resources, onUnit: unit => { location.hash = hrefOf({ unit }); }, areaHref })
      : null,
    card('services', t('allocation.services'), [
      allocationTable(ofResource(within).filter(row => row.serviceLevel === 'service'), columns.label('serviceName'), row => data(city.nameOf(row)))], resourceChoice()),
    places.length ? card('places', t('allocation.places'), [allocationTable(ofResource(places), columns.label('areaName'), row => rowLink(city, row, areaHref))]) : null,
  ];

  function resourceChoice() {
    if (resources.length < 2) return null;
    return choice({ label: columns.label('resource'), value: resource, options: resources.map(value => ({ value, text: resourceName(value) })), onChoose: value => { location.hash = hrefOf({ resource: value }); } }).node;
  }
}
