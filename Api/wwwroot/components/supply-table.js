import { columnsOf } from '../columns.js';
import { t } from '../i18n.js';
import { periodDate } from '../periods.js';
import { dataTable } from './data-table.js';

const columns = columnsOf('SupplyDemand');

/** The same as figures: every area and service, the largest shortage first. */
export const supplyTable = (city, supply) => dataTable({
  caption: t('supply.tableCaption'),
  empty: t('supply.empty'),
  tall: true,
  rows: supply.filter(row => row.serviceLevel === 'service').sort((a, b) => b.expectedShortage - a.expectedShortage),
  columns: [
    columns.show('areaName'),
    columns.show('serviceName', { data: true, value: row => city.nameOf(row) }),
    columns.show('status'),
    columns.show('expectedDemand'),
    columns.show('capacity'),
    columns.show('expectedShortage'),
    columns.show('shortageProbability'),
    columns.show('matchRate'),
    columns.show('utilisation'),
    columns.show('worstDate', { value: row => periodDate(row.frequency, row.worstDate) }),
  ],
});
