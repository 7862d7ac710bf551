import { keyOf } from '../city.js';
import { data, element } from '../dom.js';
import { date, visits } from '../format.js';
import { t } from '../i18n.js';
import { address } from '../router.js';
import { dataTable } from './data-table.js';
import { shareBar } from './share-bar.js';

/** Communities' expected shortages, the worst first; a name leads to its forecast. */
export const shortageTable = (city, rows) => dataTable({
  caption: t('shortages.caption'),
  empty: t('shortages.empty'),
  rows,
  columns: [
    { label: t('community'), value: row => element('a', { href: address('forecasts', { area: keyOf(row.level, row.area), service: row.service }), translate: 'no' }, row.areaName) },
    { label: t('service'), data: true, value: row => city.nameOf(row) },
    { label: t('expected'), number: true, value: row => visits(row.expectedDemand) },
    { label: t('capacity'), number: true, value: row => visits(row.capacity) },
    { label: t('shortage'), number: true, value: row => visits(row.expectedShortage) },
    { label: t('worstDay'), whole: true, value: row => date(row.worstDate) },
    { label: t('chance'), number: true, value: row => shareBar(row.shortageProbability) },
  ],
});
