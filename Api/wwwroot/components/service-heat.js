import { columnsOf } from '../columns.js';
import { data, element } from '../dom.js';
import { percent } from '../format.js';
import { say, t } from '../i18n.js';
import { areaLink } from './area-link.js';
import { heatMap } from './heat-map.js';

const supplied = columnsOf('SupplyDemand');

// The darker, the more it calls for action: few served is as dark as a likely shortage.
const shades = { shortageProbability: value => value, matchRate: value => (1 - value) * 2, utilisation: value => value };

/** Areas by service: one measure of supply against demand a cell. */
export function serviceHeat(city, area, supply, measure, hrefOf) {
  const cells = new Map(supply.map(row => [`${row.area}|${row.service}`, row]));
  const present = new Set(supply.map(row => row.service));
  const scopes = city.scopes.filter(scope => scope.level === 'service' && present.has(scope.code));
  if (scopes.length === 0) return element('p', { class: 'soft' }, t('supply.empty'));
  return heatMap({
    caption: say('supply.caption.services', { measure: supplied.label(measure), area: data(area.name) }),
    corner: supplied.label('areaName'),
    legend: measure === 'matchRate' ? [percent(1), t('atMost', { value: percent(0.5) })] : [percent(0), percent(1)],
    columns: scopes.map(scope => ({ key: scope.code, name: data(city.serviceName(scope)) })),
    rows: city.children(area).map(child => ({ key: child.code, name: areaLink(city, child, hrefOf) })),
    cell: (place, service) => {
      const row = cells.get(`${place}|${service}`);
      return row ? { text: percent(row[measure]), share: shades[measure](row[measure]), hint: hint(row) } : null;
    },
  });
}

const hint = row => t('supply.hint', {
  demand: supplied.read(row, 'expectedDemand'), capacity: supplied.read(row, 'capacity'), shortage: supplied.read(row, 'expectedShortage'), status: supplied.read(row, 'status') });
