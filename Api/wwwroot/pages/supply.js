import { breadcrumb } from '../components/breadcrumb.js';
import { card } from '../components/card.js';
import { choice } from '../components/choice.js';
import { details } from '../components/details.js';
import { lead } from '../components/lead.js';
import { scopeChoice } from '../components/scope-choice.js';
import { serviceHeat } from '../components/service-heat.js';
import { dayHeat } from '../components/day-heat.js';
import { supplyTable } from '../components/supply-table.js';
import { columnsOf } from '../columns.js';
import { element } from '../dom.js';
import { t } from '../i18n.js';
import { address } from '../router.js';

const columns = columnsOf('SupplyDemand');
const measures = ['shortageProbability', 'matchRate', 'utilisation'];

/**
 * Where supply meets demand: the areas below one, by service or, for a service, by day. The whole view stands in the address, so every choice is a step
 * that Back undoes.
 */
export async function render({ city, params, page }) {
  const area = city.area(params.area);
  const shown = city.children(area).length ? area : city.byKey.get(area.parent) ?? area;
  const view = params.view === 'days' ? 'days' : 'services';
  const measure = measures.includes(params.measure) ? params.measure : measures[0];
  const scope = city.scope(params.service);
  const hrefOf = changes => address(page, { area: shown.key, view, measure, service: params.service, ...changes });
  const go = changes => { location.hash = hrefOf(changes); };
  const areaHref = child => hrefOf({ area: child.key });

  const supply = await city.childRows('supplydemand', shown);
  const heat = view === 'days'
    ? dayHeat(city, shown, scope, supply, await city.childRows('forecasts', shown, { service: scope.code }), areaHref)
    : serviceHeat(city, shown, supply, measure, areaHref);
  return [
    lead(t('nav.supply'), t('supply.lead')),
    breadcrumb(city.path(shown), areaHref),
    element('div', { class: 'toolbar' },
      choice({ label: t('supply.view'), value: view, options: ['services', 'days'].map(value => ({ value, text: t(`supply.view.${value}`) })), onChoose: value => go({ view: value }) }).node,
      view === 'services'
        ? choice({ label: t('supply.measure'), value: measure, options: measures.map(value => ({ value, text: columns.label(value) })), onChoose: value => go({ measure: value }) }).node
        : scopeChoice(city, scope.code, service => go({ service })).node),
    card('heat', t(`supply.title.${view}`), [heat, details(t('supply.table'), () => supplyTable(city, supply))]),
  ];
}
