import { areaTree } from '../components/area-tree.js';
import { forecastCard } from '../components/forecast-card.js';
import { lead } from '../components/lead.js';
import { scopeChoice } from '../components/scope-choice.js';
import { element } from '../dom.js';
import { t } from '../i18n.js';
import { span } from '../periods.js';
import { note } from '../router.js';

/** Any area's forecast of any service: the areas as a tree, the services as a list. */
export async function render({ city, params, page }) {
  let area = city.area(params.area);
  let scope = city.scope(params.service);
  const tree = areaTree(city.areas, key => choose(city.area(key), scope));
  const services = scopeChoice(city, scope.code, code => choose(area, city.scope(code)));
  const forecast = await forecastCard(city, services.node);
  tree.select(area.key);
  await forecast.show(area, scope);
  return [
    lead(t('nav.forecasts'), t('forecasts.lead', { span: span(city.run.frequency, city.horizon) })),
    element('div', { class: 'explore' }, element('nav', { class: 'card', 'aria-label': t('areas.choose') }, element('h2', {}, t('areas')), tree.node), forecast.node),
  ];

  function choose(nextArea, nextScope) {
    [area, scope] = [nextArea, nextScope];
    note(page, { area: area.key, service: scope.code });
    forecast.show(area, scope);
  }
}
