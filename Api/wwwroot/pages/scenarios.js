import { rowLink } from '../components/area-link.js';
import { breadcrumb } from '../components/breadcrumb.js';
import { card } from '../components/card.js';
import { choice } from '../components/choice.js';
import { lead } from '../components/lead.js';
import { liveScenario, scenarioName } from '../components/live-scenario.js';
import { scenarioBars } from '../components/scenario-bars.js';
import { columnsOf } from '../columns.js';
import { data, element, told } from '../dom.js';
import { t } from '../i18n.js';
import { address, here } from '../router.js';

const columns = columnsOf('Scenarios');
const order = ['ageing', 'surge', 'closed-centre', 'new-centre'];

/** What would change if: the nightly scenarios of an area, and one of them by service and in the areas below. */
export async function render({ city, params, page }) {
  const area = city.area(params.area);
  const [own, below] = await Promise.all([city.rows('scenarios', { level: area.level, area: area.code }), city.childRows('scenarios', area, { service: 'all' })]);
  const known = order.filter(scenario => own.some(row => row.scenario === scenario));
  const scenario = known.includes(params.scenario) ? params.scenario : known[0];
  const hrefOf = changes => address(page, { ...here().params, area: area.key, scenario, ...changes });
  const areaHref = each => hrefOf({ area: each.key });
  const chosen = rows => rows.filter(row => row.scenario === scenario);
  const whole = own.filter(row => row.service === 'all').sort((a, b) => order.indexOf(a.scenario) - order.indexOf(b.scenario));
  const services = chosen(own).filter(row => row.serviceLevel === 'service');
  return [
    lead(t('nav.scenarios'), t('scenarios.lead')),
    breadcrumb(city.path(area), areaHref),
    liveScenario({ city, area, page, kind: params.what, service: params.service, hrefOf }),
    card('scenarios', t('scenarios.title'), [scenarioBars(whole, columns.label('scenario'), row => [scenarioName(row.scenario), element('p', { class: 'soft' }, told(row.title))])]),
    services.length ? card('services', t('scenarios.services'), [scenarioBars(services, columns.label('serviceName'), row => data(city.nameOf(row)))], scenarioChoice()) : null,
    chosen(below).length ? card('places', t('scenarios.places'), [scenarioBars(chosen(below), columns.label('areaName'), row => rowLink(city, row, areaHref))]) : null,
  ];

  function scenarioChoice() {
    return choice({ label: columns.label('scenario'), value: scenario, options: known.map(value => ({ value, text: scenarioName(value) })), onChoose: value => { location.hash = hrefOf({ scenario: value }); } }).node;
  }
}
