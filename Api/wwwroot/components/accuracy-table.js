import { element } from '../dom.js';
import { count, date, percent, percentSigned, ratio } from '../format.js';
import { t } from '../i18n.js';
import { dataTable } from './data-table.js';

/** How earlier forecasts of an area's service fared, each measure beside what the backtest led to expect. */
export function accuracyTable(rows) {
  const drifting = rows.find(row => row.drift);
  const against = (value, expected) => (expected === null ? value : t('accuracy.against', { value, expected }));
  return element('div', {},
    drifting ? element('p', { class: 'notice' }, t('accuracy.drift', { drift: t(`driftWord.${drifting.drift}`), since: date(drifting.driftSince) })) : null,
    dataTable({
      caption: t('accuracy.caption'),
      empty: t('accuracy.empty'),
      rows,
      columns: [
        { label: t('accuracy.ahead'), value: row => row.horizons.replace(/\b0/g, '').replace('-', '–') },
        { label: t('accuracy.forecasts'), number: true, value: row => count(row.forecasts) },
        { label: 'RMSSE', number: true, value: row => against(ratio(row.rmsse), row.expectedRmsse === null ? null : ratio(row.expectedRmsse)) },
        { label: 'WAPE', number: true, value: row => against(percent(row.wape), row.expectedWape === null ? null : percent(row.expectedWape)) },
        { label: t('accuracy.bias'), number: true, value: row => percentSigned(row.bias) },
        { label: t('accuracy.held80'), number: true, value: row => against(percent(row.coverage80), row.expectedCoverage80 === null ? null : percent(row.expectedCoverage80)) },
      ],
    }));
}
