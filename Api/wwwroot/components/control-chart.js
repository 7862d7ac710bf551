import { t } from '../i18n.js';
import { chart, frame } from './chart.js';

/**
 * A line with its centre and control limits; points outside are larger and another shape.
 * @typedef {{title: string, unit: string, figure: (value: number) => string, points: {name: string, value: number, centre: number, lower: number, upper: number, beyond?: boolean, label?: string}[]}} ControlData
 *   `beyond` where a table has judged already; `label` stands on the axis instead of a running number
 */
export const controlChart = () => chart(options, ({ title, points }) => t('control.described', { title, points: points.length, count: outside(points).length }));

/** Points beyond their limits. */
export const outside = points => points.filter(({ value, lower, upper, beyond }) => beyond ?? (value > upper || value < lower));

function options({ unit, figure, points }, colour) {
  const base = frame(colour, unit);
  const beyond = new Set(outside(points));
  const [value, centre, limits] = ['control.value', 'control.centre', 'control.limits'].map(key => t(key));
  const limit = (name, of, type) => ({ name, type: 'line', symbol: 'none', step: 'middle', data: points.map(of), itemStyle: { color: colour.history }, lineStyle: { color: colour.history, width: 1.2, type } });
  return {
    ...base,
    legend: { ...base.legend, data: [value, centre, limits] },
    tooltip: { ...base.tooltip, formatter: ([point]) => (point ? hint(points[point.dataIndex], figure) : '') },
    xAxis: { ...base.xAxis, type: 'category', data: points.map(point => point.name), axisLabel: { ...base.xAxis.axisLabel, formatter: (_, index) => points[index]?.label ?? String(index + 1) } },
    yAxis: { ...base.yAxis, axisLabel: { ...base.yAxis.axisLabel, formatter: figure } },
    series: [
      limit(centre, point => point.centre, 'solid'),
      limit(limits, point => point.upper, 'dashed'),
      limit(limits, point => point.lower, 'dashed'),
      {
        name: value, type: 'line', lineStyle: { color: colour.forecast, width: 2 }, itemStyle: { color: colour.forecast },
        data: points.map(point => ({ value: point.value, ...(beyond.has(point) ? { symbol: 'diamond', symbolSize: 13, itemStyle: { color: colour.capacity } } : { symbol: 'circle', symbolSize: 5 }) })),
      },
    ],
  };
}

const hint = ({ name, value, lower, upper }, figure) => [name, `${t('control.value')}: ${figure(value)}`, `${t('control.limits')}: ${t('range', { low: figure(lower), high: figure(upper) })}`].join('\n');
