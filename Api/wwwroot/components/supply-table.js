import { count, date, percent, visits } from '../format.js';
import { code, t } from '../i18n.js';
import { dataTable } from './data-table.js';

/** The same as figures: every area and service, the largest shortage first. */
export const supplyTable = (city, supply) => dataTable({
  caption: t('supply.tableCaption'),
  empty: t('supply.empty'),
  tall: true,
  rows: supply.filter(row => row.serviceLevel === 'service').sort((a, b) => b.expectedShortage - a.expectedShortage),
  columns: [
    { label: t('area'), data: true, value: row => row.areaName },
    { label: t('service'), data: true, value: row => city.nameOf(row) },
    { label: t('status'), value: row => code('status', row.status) },
    { label: t('expected'), number: true, value: row => count(row.expectedDemand) },
    { label: t('capacity'), number: true, value: row => count(row.capacity) },
    { label: t('shortage'), number: true, value: row => visits(row.expectedShortage) },
    { label: t('measure.shortageProbability'), number: true, value: row => percent(row.shortageProbability) },
    { label: t('measure.matchRate'), number: true, value: row => percent(row.matchRate) },
    { label: t('measure.utilisation'), number: true, value: row => percent(row.utilisation) },
    { label: t('worstDay'), whole: true, value: row => date(row.worstDate) },
  ],
});
