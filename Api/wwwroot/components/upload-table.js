import { quarantineAddress } from '../api.js';
import { columnsOf } from '../columns.js';
import { data, element, told } from '../dom.js';
import { count, dateOfYear } from '../format.js';
import { t } from '../i18n.js';
import { reasonsOf } from '../reasons.js';
import { dataTable } from './data-table.js';

const columns = columnsOf('Uploads');

/** Every upload's account: read = kept + rejected + duplicates; what was rejected can be had. Below it stand what was assumed and what is doubtful. */
export const uploadTable = uploads => dataTable({
  caption: t('uploads.caption'),
  empty: t('uploads.empty'),
  tall: true,
  rows: [...uploads].sort((a, b) => a.path.localeCompare(b.path)),
  columns: [
    columns.show('path', { wrap: true }),
    columns.show('status'),
    columns.show('read'),
    columns.show('kept'),
    columns.show('rejected'),
    columns.show('duplicates'),
    columns.show('reasons', { wrap: true, value: row => (row.message ? told(row.message) : reasons(row)) }),
    columns.show('doubts', { wrap: true, value: row => sentences(row.doubts) }),
    columns.show('assumptions', { wrap: true, value: row => sentences(row.assumptions) }),
    columns.show('quarantine', { value: row => (row.quarantine ? download(row) : '') }),
    { label: t('days'), whole: true, value: row => (row.firstDay ? t('range', { low: dateOfYear(row.firstDay), high: dateOfYear(row.lastDay) }) : '') },
    columns.show('ingestedAt'),
  ],
});

const reasons = row => reasonsOf([row]).map(([reason, rows], index) => [index ? ', ' : '', data(reason), ` ${count(rows)}`]);

const sentences = messages => (messages ?? []).map(message => element('div', {}, told(message)));

const download = row => element('a', { href: quarantineAddress(row.path), download: '', 'aria-label': t('quarantine.of', { file: row.path }) }, t('quarantine.download'));
