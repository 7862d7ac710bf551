import { history, rows } from '../api.js';
import { element } from '../dom.js';
import { date, visits } from '../format.js';
import { dataTable } from './data-table.js';
import { fanChart } from './fan-chart.js';

/**
 * The forecast of one area and service scope: chart, drivers in words, every day as a table.
 * @param {HTMLElement} picker stands in the card's head
 */
export async function forecastCard(picker) {
  const chart = await fanChart();
  const title = element('h2', { id: 'forecast-title' });
  const note = element('p', { class: 'chart-note' });
  const days = element('div', {});
  const details = element('details', { open: !chart }, element('summary', {}, 'Every day as a table'), days);
  const status = element('p', { class: 'visually-hidden', role: 'status' });
  let asked = 0;

  return {
    node: element('section', { class: 'card', 'aria-labelledby': 'forecast-title' },
      element('div', { class: 'card-head' }, title, picker), chart?.node, note, details, status),

    /** Shows a scope; an answer that a later choice has overtaken is dropped. */
    async show({ area, service, capacity, origin }) {
      const turn = ++asked;
      const query = { level: area.level, area: area.code, service: service.code };
      const heading = `${area.name} · ${service.name}`;
      let forecast;
      let past;
      try {
        [forecast, past] = await Promise.all([rows('forecasts', query), history({ ...query, to: origin })]);
      } catch (failure) {
        note.textContent = `${heading} could not be read: ${failure.message}`;
        return;
      }
      if (turn !== asked) return;
      title.textContent = heading;
      status.textContent = `Showing ${heading}`;
      note.textContent = forecast[0]?.drivers ?? '';
      chart?.show({ title: heading, history: past, capacity, forecast: forecast.map(day => ({
        date: day.date, mean: day.mean, lower80: day.lower80, upper80: day.upper80, lower95: day.lower95, upper95: day.upper95 })) });
      days.replaceChildren(table(heading, forecast));
    },
  };
}

function table(heading, forecast) {
  return dataTable({
    caption: `${heading}: expected visits a day`,
    empty: 'No forecast for this choice.',
    tall: true,
    rows: forecast,
    columns: [
      { label: 'Day', value: row => date(row.date) },
      { label: 'Expected', number: true, value: row => visits(row.mean) },
      { label: '80% interval', number: true, value: row => `${visits(row.lower80)} to ${visits(row.upper80)}` },
      { label: '95% interval', number: true, value: row => `${visits(row.lower95)} to ${visits(row.upper95)}` },
      { label: 'Model', value: row => row.model },
    ],
  });
}
