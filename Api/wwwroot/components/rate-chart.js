import { columnsOf } from '../columns.js';
import { percent, percentFine, quarter } from '../format.js';
import { t } from '../i18n.js';
import { chart, frame } from './chart.js';

const participation = columnsOf('Participation');

/** A rate over quarters, rows of Participation, with the handbook's national rates as lines to compare with. */
export const rateChart = () => chart(options, ({ title, rows }) => t('participation.described', {
  title, first: percentFine(rows[0].rate), firstQuarter: quarter(rows[0].period), last: percentFine(rows.at(-1).rate), lastQuarter: quarter(rows.at(-1).period) }));

function options({ rows }, colour) {
  const [rate, before, after] = [participation.label('rate'), participation.label('reference2015'), participation.label('reference2024')];
  const base = frame(colour, rate);
  const reference = (name, of, type) => ({ name, type: 'line', symbol: 'none', data: rows.map(of), itemStyle: { color: colour.history }, lineStyle: { color: colour.history, width: 1.4, type } });
  return {
    ...base,
    legend: { ...base.legend, data: [rate, before, after] },
    tooltip: { ...base.tooltip, formatter: ([point]) => (point ? hint(rows[point.dataIndex]) : '') },
    xAxis: { ...base.xAxis, type: 'category', data: rows.map(row => quarter(row.period)) },
    yAxis: { ...base.yAxis, axisLabel: { ...base.yAxis.axisLabel, formatter: percent } },
    series: [
      reference(before, row => row.reference2015, 'dotted'),
      reference(after, row => row.reference2024, 'dashed'),
      { name: rate, type: 'line', symbol: 'circle', symbolSize: 6, data: rows.map(row => row.rate), itemStyle: { color: colour.forecast }, lineStyle: { color: colour.forecast, width: 2.4 } },
    ],
  };
}

const hint = row => [quarter(row.period), `${participation.label('rate')}: ${percentFine(row.rate)}`, `${t('interval95')}: ${participation.range(row, 'lower95', 'upper95')}`].join('\n');
