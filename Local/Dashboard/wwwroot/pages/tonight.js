import { rows } from '../api.js';
import { keyOf, readAreas, readServices } from '../city.js';
import { areaTree } from '../components/area-tree.js';
import { forecastCard } from '../components/forecast-card.js';
import { runTiles } from '../components/run-tiles.js';
import { servicePicker } from '../components/service-picker.js';
import { shortageTable } from '../components/shortage-table.js';
import { uploadTable } from '../components/upload-table.js';
import { element } from '../dom.js';
import { fullDate, time } from '../format.js';

/** The first page: what to expect from tonight's run. */
export async function tonight(runNote) {
  const [runs, uploads] = await Promise.all([rows('runs'), rows('uploads')]);
  if (!runs.some(row => row.state === 'published')) {
    return [element('p', { class: 'notice' }, 'No run has been published yet. Run one with: dotnet run --project Local -- run'), uploadsCard(uploads)];
  }

  const first = await rows('forecasts', { level: 'city', service: 'all' });
  const [head] = first;
  const run = runs.find(row => row.run === head.run);
  const [areas, services, supply, models] = await Promise.all([
    readAreas(head.date), readServices(head.date, head.area), rows('supplydemand', { level: 'community' }), rows('models')]);
  const shortages = supply.filter(row => row.serviceLevel === 'service').sort((a, b) => b.expectedShortage - a.expectedShortage);
  runNote.textContent = `Run ${head.run}${run?.publishedAt ? `, published ${time(run.publishedAt)}` : ''}`;

  const choose = await explorer(areas, services, shortages, head.origin);
  return [
    element('div', { class: 'lead' },
      element('h1', {}, `${head.areaName}, the ${first.length} days after ${fullDate(head.origin)}`),
      element('p', { class: 'soft' }, `Visits wanted, by area and service. Model ${run?.model ?? '–'}.`)),
    warnings(run),
    element('div', { class: 'tiles' }, ...runTiles({ run, model: models.find(row => row.model === run?.model), shortages, uploads })),
    choose.node,
    card('shortages', 'Worst expected shortages', shortageTable(shortages, row => choose.go(keyOf(row.level, row.area), row.service))),
    uploadsCard(uploads),
  ].filter(Boolean);
}

// Area and service stand in the address, so that a view can be bookmarked and sent on.
async function explorer(areas, services, shortages, origin) {
  const byKey = new Map(areas.map(area => [area.key, area]));
  let [area, service] = [areas[0], services[0]];
  const tree = areaTree(areas, key => go(key, service.code));
  const picker = servicePicker(services, code => go(area.key, code));
  const forecast = await forecastCard(picker.node);
  addEventListener('hashchange', read);
  queueMicrotask(read);
  return {
    node: element('div', { class: 'explore' }, element('nav', { class: 'card', 'aria-label': 'Choose an area' }, element('h2', {}, 'Areas'), tree.node), forecast.node),
    go: (key, code) => { go(key, code); forecast.node.scrollIntoView({ block: 'center' }); },
  };

  function go(key, code) {
    location.hash = `${encodeURIComponent(key)}/${encodeURIComponent(code)}`;
  }

  function read() {
    const [key, code] = address();
    area = byKey.get(key) ?? areas[0];
    service = services.find(each => each.code === code) ?? services[0];
    tree.select(area.key);
    picker.select(service.code);
    const supply = shortages.find(row => row.area === area.code && row.service === service.code && row.level === area.level);
    forecast.show({ area, service, capacity: dailyCapacity(supply), origin });
  }
}

function address() {
  try {
    return location.hash.slice(1).split('/').map(decodeURIComponent);
  } catch {
    return []; // Somebody mangled the address: start with the city.
  }
}

// Tables give the capacity of the whole horizon.
function dailyCapacity(supply) {
  if (!supply || supply.capacity === null) return null;
  const days = (Date.parse(supply.to) - Date.parse(supply.from)) / 86_400_000 + 1;
  return supply.capacity / days;
}

function warnings(run) {
  const list = typeof run?.warnings === 'string' ? run.warnings.split('\n').filter(Boolean) : run?.warnings ?? [];
  return list.length ? element('div', { class: 'notice', role: 'note' }, 'Worth knowing:', element('ul', {}, ...list.map(text => element('li', {}, text)))) : null;
}

function uploadsCard(uploads) {
  return card('uploads', `Uploads (${uploads.length})`, uploadTable(uploads));
}

function card(id, title, body) {
  return element('section', { class: 'card', 'aria-labelledby': id }, element('div', { class: 'card-head' }, element('h2', { id }, title)), body);
}
