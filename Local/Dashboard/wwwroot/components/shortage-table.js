import { element } from '../dom.js';
import { date, percent, visits } from '../format.js';
import { dataTable } from './data-table.js';

/** The worst expected shortages; a community's name shows its forecast. */
export function shortageTable(shortages, onChoose) {
  return dataTable({
    caption: 'Visits that capacity will not meet over the whole horizon, worst first',
    empty: 'No shortage is expected, or no capacity was uploaded.',
    rows: shortages.filter(row => row.expectedShortage > 0).slice(0, 10),
    columns: [
      { label: 'Community', value: row => element('button', { class: 'link', type: 'button', onclick: () => onChoose(row) }, row.areaName) },
      { label: 'Service', value: row => row.serviceName },
      { label: 'Expected', number: true, value: row => visits(row.expectedDemand) },
      { label: 'Capacity', number: true, value: row => visits(row.capacity) },
      { label: 'Shortage', number: true, value: row => visits(row.expectedShortage) },
      { label: 'Worst day', value: row => date(row.worstDate) },
      { label: 'Chance', number: true, value: row => chance(row.shortageProbability) },
    ],
  });
}

function chance(probability) {
  const fill = element('span');
  fill.style.width = percent(probability);
  return element('span', { class: 'chance' }, element('span', { class: 'bar', 'aria-hidden': 'true' }, fill), element('span', { class: 'share' }, percent(probability)));
}
