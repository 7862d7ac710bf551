import { columnsOf } from '../columns.js';
import { element } from '../dom.js';
import { date } from '../format.js';
import { t } from '../i18n.js';
import { dataTable } from './data-table.js';

const accuracy = columnsOf('ForecastAccuracy');

/** How earlier forecasts of an area's service fared, each measure beside what the backtest led to expect. */
export function accuracyTable(rows) {
  const drifting = rows.find(row => row.drift);
  const against = (row, value, expected) => (row[expected] === null ? accuracy.read(row, value)
    : t('accuracy.against', { value: accuracy.read(row, value), expected: accuracy.figure(value)(row[expected]) }));
  return element('div', {},
    drifting ? element('p', { class: 'notice' }, t('accuracy.drift', { drift: accuracy.word('drift', drifting.drift), since: date(drifting.driftSince) })) : null,
    dataTable({
      caption: t('accuracy.caption'),
      empty: t('accuracy.empty'),
      rows,
      columns: [
        accuracy.show('horizons', { value: row => row.horizons.replace(/\b0/g, '').replace('-', '–') }),
        accuracy.show('forecasts'),
        accuracy.show('rmsse', { value: row => against(row, 'rmsse', 'expectedRmsse') }),
        accuracy.show('wape', { value: row => against(row, 'wape', 'expectedWape') }),
        accuracy.show('bias'),
        accuracy.show('coverage80', { value: row => against(row, 'coverage80', 'expectedCoverage80') }),
      ],
    }));
}
