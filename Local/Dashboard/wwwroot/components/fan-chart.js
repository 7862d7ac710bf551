import { element } from '../dom.js';
import { date, dayOfMonth, visits } from '../format.js';

const library = import('/charts/echarts.esm.min.mjs');
const scheme = matchMedia('(prefers-color-scheme: dark)');

/**
 * Recent demand, the forecast's mean and its 80% and 95% intervals.
 * @returns {Promise<{node: HTMLElement, show: (data: FanData) => void}|null>} null where the chart library is not installed
 * @typedef {{title: string, history: {date: string, demand: number}[], forecast: {date: string, mean: number, lower80: number, upper80: number,
 *   lower95: number, upper95: number}[], capacity: number|null}} FanData
 */
export async function fanChart() {
  const { init } = await library;
  if (!init) return null;
  const node = element('div', { class: 'chart', role: 'img' });
  let chart = null;
  let shown = null;

  const draw = () => {
    if (!shown || !node.isConnected) return;
    chart ??= init(node, null, { renderer: 'canvas' });
    chart.setOption(options(shown, colours()), true);
    node.setAttribute('aria-label', describe(shown));
  };
  scheme.addEventListener('change', draw);
  new ResizeObserver(() => chart?.resize()).observe(node);
  return { node, show: data => { shown = data; draw(); } };
}

function colours() {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(['forecast', 'history', 'capacity', 'ink', 'ink-soft', 'line', 'card'].map(name => [name, style.getPropertyValue(`--${name}`).trim()]));
}

function describe({ title, forecast }) {
  const [first, last] = [forecast[0], forecast.at(-1)];
  return first
    ? `${title}: ${visits(first.mean)} visits expected on ${date(first.date)}, ${visits(last.mean)} on ${date(last.date)}. The table below the chart has every day.`
    : `${title}: no forecast`;
}

// A band is two stacked lines: an invisible one at the lower bound, and the width of the interval on it, filled.
function band(name, days, lower, upper, colour, opacity) {
  const line = { type: 'line', stack: name, symbol: 'none', lineStyle: { opacity: 0 }, silent: true, tooltip: { show: false }, animation: false };
  return [
    { ...line, name: `${name} floor`, data: days.map(day => [day.date, lower(day)]) },
    { ...line, name, data: days.map(day => [day.date, upper(day) - lower(day)]), areaStyle: { color: colour, opacity }, itemStyle: { color: colour, opacity } },
  ];
}

function options({ history, forecast, capacity }, colour) {
  const fontFamily = getComputedStyle(document.body).fontFamily;
  const text = { color: colour['ink-soft'], fontFamily, fontSize: 12.5 };
  const byDay = new Map(forecast.map(day => [Date.parse(day.date), day]));
  const past = new Map(history.map(day => [Date.parse(day.date), day.demand]));
  return {
    animation: false,
    grid: { left: 8, right: 16, top: 56, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, icon: 'roundRect', itemWidth: 16, itemHeight: 8, textStyle: text,
      data: [...(history.length ? ['Demand so far'] : []), 'Expected', '80% interval', '95% interval', ...(capacity === null ? [] : ['Capacity'])] },
    tooltip: { trigger: 'axis', renderMode: 'richText', backgroundColor: colour.card, borderColor: colour.line, textStyle: { ...text, color: colour.ink },
      formatter: ([point]) => point ? hint(point.value[0], byDay, past) : '' },
    xAxis: { type: 'time', axisLabel: { ...text, formatter: value => dayOfMonth(value), hideOverlap: true }, minInterval: 7 * 86_400_000, axisLine: { lineStyle: { color: colour.line } }, splitLine: { show: false } },
    yAxis: { type: 'value', min: 0, name: 'visits a day', nameTextStyle: { ...text, align: 'left' }, nameGap: 10, axisLabel: text, splitLine: { lineStyle: { color: colour.line } } },
    series: [
      ...band('95% interval', forecast, day => day.lower95, day => day.upper95, colour.forecast, 0.16),
      ...band('80% interval', forecast, day => day.lower80, day => day.upper80, colour.forecast, 0.26),
      { name: 'Demand so far', type: 'line', symbol: 'none', data: history.map(day => [day.date, day.demand]), lineStyle: { color: colour.history, width: 1.6 }, itemStyle: { color: colour.history } },
      { name: 'Expected', type: 'line', symbol: 'circle', symbolSize: 4, data: forecast.map(day => [day.date, day.mean]), lineStyle: { color: colour.forecast, width: 2.4 }, itemStyle: { color: colour.forecast } },
      ...(capacity === null ? [] : [{ name: 'Capacity', type: 'line', symbol: 'none', data: forecast.map(day => [day.date, capacity]), lineStyle: { color: colour.capacity, width: 1.8, type: 'dashed' }, itemStyle: { color: colour.capacity } }]),
    ],
  };
}

function hint(day, byDay, past) {
  const moment = typeof day === 'number' ? day : Date.parse(day);
  const forecast = byDay.get(moment);
  if (!forecast) return `${date(moment)}\n${visits(past.get(moment))} visits`;
  return `${date(moment)}\nexpected ${visits(forecast.mean)}\n80%: ${visits(forecast.lower80)} to ${visits(forecast.upper80)}\n95%: ${visits(forecast.lower95)} to ${visits(forecast.upper95)}`;
}
