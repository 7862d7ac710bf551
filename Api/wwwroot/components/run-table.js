import { element, told } from '../dom.js';
import { count, dateOfYear, time } from '../format.js';
import { code, t } from '../i18n.js';
import { dataTable } from './data-table.js';

/** The nights, the latest first. */
export const runTable = runs => dataTable({
  caption: t('runs.caption'),
  empty: t('runs.empty'),
  tall: true,
  rows: runs,
  columns: [
    { label: t('runs.run'), data: true, value: row => row.run },
    { label: t('runs.state'), value: row => code('state', row.state) },
    { label: t('runs.origin'), whole: true, value: row => dateOfYear(row.origin) },
    { label: t('runs.horizon'), number: true, value: row => count(row.horizon) },
    { label: t('model'), data: true, value: row => row.model },
    { label: t('series'), number: true, value: row => count(row.series) },
    { label: t('rows'), number: true, value: row => count(row.rows) },
    { label: t('runs.drifting'), number: true, value: row => count(row.drifting) },
    { label: t('runs.queued'), whole: true, value: row => time(row.queuedAt) },
    { label: t('runs.publishedAt'), whole: true, value: row => time(row.publishedAt) },
    { label: t('runs.notes'), wrap: true, value: row => [...(row.message ? [row.message] : []), ...row.warnings].map(message => element('p', {}, told(message))) },
  ],
});
