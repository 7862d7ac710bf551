import { history } from '../api.js';
import { columnsOf } from '../columns.js';
import { data, element, verbatim } from '../dom.js';
import { say, t } from '../i18n.js';
import { periodDate } from '../periods.js';
import { accuracyTable } from './accuracy-table.js';
import { card } from './card.js';
import { dataTable } from './data-table.js';
import { details } from './details.js';
import { fanChart } from './fan-chart.js';

const forecasts = columnsOf('Forecasts');

/**
 * The forecast of one area and service scope: chart, drivers in words, every period as a table, and how forecasts fared there.
 * @param {HTMLElement} picker stands in the card's head
 */
export async function forecastCard(city, picker) {
  const chart = await fanChart();
  const title = element('span', { translate: 'no' });
  const note = element('p', { class: 'chart-note', role: 'status' });
  const days = element('div', {});
  const fared = element('div', {});
  let asked = 0;
  return {
    node: element('div', { class: 'stack' },
      card('forecast-title', title, [chart?.node, note, details(t('fan.table'), () => days, !chart)], picker),
      card('accuracy-title', t('accuracy.title'), [fared])),

    /** Shows a scope; an answer that a later choice has overtaken is dropped. */
    async show(area, scope) {
      const turn = ++asked;
      const heading = `${area.name} · ${city.serviceName(scope)}`;
      const query = { level: area.level, area: area.code, service: scope.code };
      const reads = [city.rows('forecasts', query), city.rows('supplydemand', query), city.rows('forecastaccuracy', query), history({ ...query, to: city.origin, frequency: city.run.frequency || 'day' })];
      const read = await Promise.all(reads).catch(failure => failure);
      if (turn !== asked) return;
      title.textContent = heading;
      if (read instanceof Error) {
        note.replaceChildren(element('span', {}, say('app.unreadable', { why: verbatim(read.message) })));
        return;
      }
      const [forecast, [supply], accuracy, past] = read;
      note.replaceChildren(drivers(forecast));
      chart?.show({ title: heading, frequency: city.run.frequency, history: past, forecast, capacity: supply ? supply.capacity / forecast.length : null });
      days.replaceChildren(dayTable(heading, forecast));
      fared.replaceChildren(accuracyTable(accuracy));
    },
  };
}

function drivers([first]) {
  const texts = first?.drivers.map(driver => driver.text) ?? [];
  return element('span', {}, texts.length ? t('fan.drivers', { drivers: texts.join('; ') }) : t('fan.noDrivers'));
}

const dayTable = (heading, forecast) => dataTable({
  caption: say('fan.caption', { title: data(heading) }),
  empty: t('fan.empty'),
  tall: true,
  rows: forecast,
  columns: [
    forecasts.show('date', { value: row => periodDate(row.frequency, row.date) }),
    forecasts.show('mean'),
    { label: t('interval80'), number: true, value: row => forecasts.range(row, 'lower80', 'upper80') },
    { label: t('interval95'), number: true, value: row => forecasts.range(row, 'lower95', 'upper95') },
    forecasts.show('model'),
  ],
});
