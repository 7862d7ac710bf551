import { columnsOf } from '../columns.js';
import { element, told } from '../dom.js';
import { t } from '../i18n.js';
import { dataTable } from './data-table.js';

const columns = columnsOf('Runs');

/** The nights, the latest first. */
export const runTable = runs => dataTable({
  caption: t('runs.caption'),
  empty: t('runs.empty'),
  tall: true,
  rows: runs,
  columns: [
    columns.show('run'),
    columns.show('state'),
    columns.show('origin'),
    columns.show('horizon'),
    columns.show('model'),
    columns.show('series'),
    columns.show('rows'),
    columns.show('drifting'),
    columns.show('queuedAt'),
    columns.show('publishedAt'),
    columns.show('frequency'),
    { label: t('runs.notes'), wrap: true, value: row => [...(row.message ? [row.message] : []), ...row.warnings].map(message => element('p', {}, told(message))) },
  ],
});
