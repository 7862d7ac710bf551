import { question } from '../api.js';
import { levels } from '../city.js';
import { capital, columnsOf, places } from '../columns.js';
import { data, element } from '../dom.js';
import { count, fine, percent, percentFine, visits } from '../format.js';
import { t } from '../i18n.js';
import { allocationTable } from './allocation-table.js';
import { rowLink } from './area-link.js';
import { card } from './card.js';
import { choice } from './choice.js';
import { liveAnswer } from './live-answer.js';
import { statTile } from './stat-tile.js';

const allocations = columnsOf('Allocations');
const supply = columnsOf('SupplyDemand');

const sliders = () => ({
  extra: { label: t('live.extra'), standard: 5, min: 0, max: 50, step: 1, text: value => percent(value / 100) },
  weight: { label: t('live.weight'), standard: 1, min: 1, max: 5, step: 0.5, text: value => t('live.times', { factor: fine(value) }) },
  least: { label: t('live.least'), standard: 0, min: 0, max: 20, step: 1, text: count },
});

/**
 * Where extra capacity would go, for as much as the reader likes, in an area's services.
 * @param {{city: object, area: object, scope: object, page: string, unit?: string, units: string[], onUnit: (unit: string) => void, areaHref: (area: object) => string}} settings
 *   `unit` is the resource, one of `units`
 */
export function liveAllocation({ city, area, scope, page, unit, units, onUnit, areaHref }) {
  const district = city.path(area).find(each => each.level === 'district');
  const finest = levels[Math.min(levels.indexOf(area.level) + 1, levels.length - 1)];
  const within = new Set(city.children(area).map(child => child.code));
  const own = row => row.level === area.level && row.area === area.code;
  const body = values => ({
    resource: unit, pool: 'service', share: values.extra / 100, vulnerableWeight: values.weight, least: values.least, level: finest, run: city.run.run,
    services: scope.level === 'service' ? [scope.code] : undefined, districts: district ? [district.code] : undefined,
  });
  return liveAnswer({
    page,
    title: t('live.allocation'),
    lead: t('live.allocationLead'),
    sliders: sliders(),
    beside: units.length > 1 ? [choice({ label: allocations.label('resource'), value: unit, options: units.map(value => ({ value, text: resourceName(value) })), onChoose: onUnit }).node] : [],
    ask: (values, signal) => question('allocations', body(values), signal),
    tell: answer => {
      const whole = answer.rows.find(row => own(row) && row.service === scope.code);
      return whole ? t('live.allocationTold', { removed: visits(whole.shortageRemoved), before: visits(whole.shortageBefore), proportional: visits(whole.proportionalRemoved) }) : t('allocation.empty');
    },
    draw: answer => {
      const whole = answer.rows.find(row => own(row) && row.service === scope.code);
      if (!whole) return [];
      const services = answer.rows.filter(row => own(row) && row.serviceLevel === 'service');
      const below = answer.rows.filter(row => row.level === finest && within.has(row.area) && row.service === scope.code);
      return [
        element('div', { class: 'tiles' }, ...tiles(whole, answer)),
        below.length ? card('live-places', t('live.places'), [allocationTable(below, places.label('areaName'), row => rowLink(city, row, areaHref))]) : null,
        scope.level === 'service' ? null : card('live-services', t('live.services'), [allocationTable(services, places.label('serviceName'), row => data(city.nameOf(row)))]),
      ];
    },
  });
}

/** What a resource is called, as a list to choose from has it. */
export const resourceName = code => capital(allocations.known('resource', code) ?? code);

const tiles = (whole, answer) => [
  statTile({ label: t('allocation.shortage'), figure: allocations.change(whole, 'shortageBefore', 'shortageAfter'), note: t('live.removedNote', { share: percentFine(whole.shortageBefore > 0 ? whole.shortageRemoved / whole.shortageBefore : 0) }) }),
  statTile({ label: supply.label('matchRate'), figure: allocations.change(whole, 'matchRateBefore', 'matchRateAfter'), note: t('live.matchNote') }),
  statTile({ label: allocations.label('extraCapacity'), figure: allocations.read(whole, 'extraCapacity'), note: t('live.unitsNote', { units: count(whole.units), resource: resourceName(answer.resource) }) }),
];
