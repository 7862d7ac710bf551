import { count, time } from '../format.js';
import { dataTable } from './data-table.js';

/** Every upload's account: read = kept + rejected + duplicates. */
export function uploadTable(uploads) {
  return dataTable({
    caption: 'Rows read are kept, rejected into quarantine, or duplicates of rows that count already',
    empty: 'Nothing has been uploaded yet.',
    tall: true,
    rows: [...uploads].sort((a, b) => a.path.localeCompare(b.path)),
    columns: [
      { label: 'File', wrap: true, value: row => row.path },
      { label: 'Status', value: row => row.status },
      { label: 'Read', number: true, value: row => count(row.read) },
      { label: 'Kept', number: true, value: row => count(row.kept) },
      { label: 'Rejected', number: true, value: row => count(row.rejected) },
      { label: 'Duplicates', number: true, value: row => count(row.duplicates) },
      { label: 'Why', wrap: true, value: row => row.message ?? reasons(row.reasons) },
      { label: 'Taken in', whole: true, value: row => time(row.ingestedAt) },
    ],
  });
}

function reasons(value) {
  const byReason = typeof value === 'string' && value ? JSON.parse(value) : value ?? {};
  return Object.entries(byReason).sort(([, a], [, b]) => b - a).map(([reason, rows]) => `${reason} ${count(rows)}`).join(', ');
}
