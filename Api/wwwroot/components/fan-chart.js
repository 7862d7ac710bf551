import { columnsOf } from '../columns.js';
import { visits } from '../format.js';
import { t } from '../i18n.js';
import { leastTick, periodDate, periodTick, visitsUnit } from '../periods.js';
import { chart, frame } from './chart.js';

const supply = columnsOf('SupplyDemand');

/**
 * Recent demand, the forecast's mean and its 80% and 95% intervals.
 * @typedef {{title: string, frequency: string, history: {date: string, demand: number}[], forecast: {date: string, mean: number, lower80: number, upper80: number,
 *   lower95: number, upper95: number}[], capacity: number|null}} FanData
 */
export const fanChart = () => chart(options, describe);

function describe({ title, frequency, forecast }) {
  const [first, last] = [forecast[0], forecast.at(-1)];
  return first
    ? t('fan.described', { title, first: visits(first.mean), firstDay: periodDate(frequency, first.date), last: visits(last.mean), lastDay: periodDate(frequency, last.date) })
    : t('fan.none', { title });
}

// A band is two stacked lines: an invisible one at the lower bound, and the width of the interval on it, filled.
function band(name, days, lower, upper, colour, opacity) {
  const line = { type: 'line', stack: name, symbol: 'none', lineStyle: { opacity: 0 }, silent: true, tooltip: { show: false }, animation: false };
  return [
    { ...line, name: `${name} floor`, data: days.map(day => [day.date, lower(day)]) },
    { ...line, name, data: days.map(day => [day.date, upper(day) - lower(day)]), areaStyle: { color: colour, opacity }, itemStyle: { color: colour, opacity } },
  ];
}

function line(name, points, colour, width, more = {}) {
  return { name, type: 'line', symbol: 'none', data: points, itemStyle: { color: colour }, ...more, lineStyle: { color: colour, width, ...more.lineStyle } };
}

function options({ frequency, history, forecast, capacity }, colour) {
  const base = frame(colour, visitsUnit(frequency));
  const byDay = new Map(forecast.map(day => [Date.parse(day.date), day]));
  const past = new Map(history.map(day => [Date.parse(day.date), day.demand]));
  const [so, expected, in80, in95] = ['fan.history', 'fan.expected', 'interval80', 'interval95'].map(key => t(key));
  const limit = supply.label('capacity');
  return {
    ...base,
    legend: { ...base.legend, data: [...(history.length ? [so] : []), expected, in80, in95, ...(capacity === null ? [] : [limit])] },
    tooltip: { ...base.tooltip, formatter: ([point]) => (point ? hint(frequency, point.value[0], byDay, past) : '') },
    xAxis: { ...base.xAxis, type: 'time', minInterval: leastTick(frequency), axisLabel: { ...base.xAxis.axisLabel, formatter: value => periodTick(frequency, value) } },
    series: [
      ...band(in95, forecast, day => day.lower95, day => day.upper95, colour.forecast, 0.16),
      ...band(in80, forecast, day => day.lower80, day => day.upper80, colour.forecast, 0.26),
      line(so, history.map(day => [day.date, day.demand]), colour.history, 1.6),
      line(expected, forecast.map(day => [day.date, day.mean]), colour.forecast, 2.4, { symbol: 'circle', symbolSize: 4 }),
      ...(capacity === null ? [] : [line(limit, forecast.map(day => [day.date, capacity]), colour.capacity, 1.8, { lineStyle: { type: 'dashed' } })]),
    ],
  };
}

function hint(frequency, day, byDay, past) {
  const moment = typeof day === 'number' ? day : Date.parse(day);
  const forecast = byDay.get(moment);
  if (!forecast) return `${periodDate(frequency, moment)}\n${t('fan.visits', { visits: visits(past.get(moment)) })}`;
  const range = (label, low, high) => `${label}: ${t('range', { low: visits(low), high: visits(high) })}`;
  return [periodDate(frequency, moment), `${t('fan.expected')}: ${visits(forecast.mean)}`, range(t('interval80'), forecast.lower80, forecast.upper80), range(t('interval95'), forecast.lower95, forecast.upper95)].join('\n');
}
