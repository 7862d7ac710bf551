import { keyOf } from '../city.js';
import { capital, columnsOf } from '../columns.js';
import { element } from '../dom.js';
import { t } from '../i18n.js';
import { periodDate } from '../periods.js';
import { address } from '../router.js';
import { dataTable } from './data-table.js';
import { shareBar } from './share-bar.js';

const columns = columnsOf('SupplyDemand');

/** Communities' expected shortages, the worst first; a name leads to its forecast. */
export const shortageTable = (city, rows) => dataTable({
  caption: t('shortages.caption'),
  empty: t('shortages.empty'),
  rows,
  columns: [
    { label: capital(columns.word('level', 'community')), value: row => element('a', { href: address('forecasts', { area: keyOf(row.level, row.area), service: row.service }), translate: 'no' }, row.areaName) },
    columns.show('serviceName', { data: true, value: row => city.nameOf(row) }),
    columns.show('expectedDemand'),
    columns.show('capacity'),
    columns.show('expectedShortage'),
    columns.show('worstDate', { value: row => periodDate(row.frequency, row.worstDate) }),
    columns.show('shortageProbability', { value: row => shareBar(row.shortageProbability, columns.read(row, 'shortageProbability')) }),
  ],
});
