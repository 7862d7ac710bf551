import { quarantineAddress } from '../api.js';
import { data, element, told } from '../dom.js';
import { count, dateOfYear, time } from '../format.js';
import { code, t } from '../i18n.js';
import { reasonsOf } from '../reasons.js';
import { dataTable } from './data-table.js';

/** Every upload's account: read = kept + rejected + duplicates; what was rejected can be had. */
export const uploadTable = uploads => dataTable({
  caption: t('uploads.caption'),
  empty: t('uploads.empty'),
  tall: true,
  rows: [...uploads].sort((a, b) => a.path.localeCompare(b.path)),
  columns: [
    { label: t('file'), wrap: true, data: true, value: row => row.path },
    { label: t('status'), value: row => code('uploadStatus', row.status) },
    { label: t('read'), number: true, value: row => count(row.read) },
    { label: t('kept'), number: true, value: row => count(row.kept) },
    { label: t('rejected'), number: true, value: row => count(row.rejected) },
    { label: t('duplicates'), number: true, value: row => count(row.duplicates) },
    { label: t('why'), wrap: true, value: row => (row.message ? told(row.message) : reasons(row)) },
    { label: t('quarantine'), value: row => (row.quarantine ? download(row) : '') },
    { label: t('days'), whole: true, value: row => (row.firstDay ? t('range', { low: dateOfYear(row.firstDay), high: dateOfYear(row.lastDay) }) : '') },
    { label: t('takenIn'), whole: true, value: row => time(row.ingestedAt) },
  ],
});

const reasons = row => reasonsOf([row]).map(([reason, rows], index) => [index ? ', ' : '', data(reason), ` ${count(rows)}`]);

const download = row => element('a', { href: quarantineAddress(row.path), download: '', 'aria-label': t('quarantine.of', { file: row.path }) }, t('quarantine.download'));
