import { rows } from '../api.js';
import { card } from '../components/card.js';
import { details } from '../components/details.js';
import { fileCheck } from '../components/file-check.js';
import { lead } from '../components/lead.js';
import { reasonBars } from '../components/reason-bars.js';
import { rejectionChart } from '../components/rejection-chart.js';
import { statTile } from '../components/stat-tile.js';
import { uploadTable } from '../components/upload-table.js';
import { element } from '../dom.js';
import { count, percentFine } from '../format.js';
import { t } from '../i18n.js';

/** What became of every file, the rows that were not taken, and what would become of the next one. */
export async function render() {
  const uploads = await rows('uploads');
  const sum = column => uploads.reduce((total, upload) => total + (upload[column] ?? 0), 0);
  const [read, kept, rejected, duplicates] = ['read', 'kept', 'rejected', 'duplicates'].map(sum);
  const failed = uploads.filter(upload => upload.status === 'rejected').length;
  const share = value => (read ? t('quality.ofRead', { share: percentFine(value / read) }) : '–');
  const { chart, table } = await rejectionChart(uploads);
  return [
    lead(t('nav.quality'), t('quality.lead')),
    element('div', { class: 'tiles' },
      statTile({ label: t('quality.files'), figure: count(uploads.length), note: t('quality.failed', { count: failed }), alert: failed > 0 }),
      statTile({ label: t('quality.kept'), figure: count(kept), note: share(kept) }),
      statTile({ label: t('quality.rejected'), figure: count(rejected), note: share(rejected), alert: rejected > 0 }),
      statTile({ label: t('quality.duplicates'), figure: count(duplicates), note: share(duplicates) })),
    card('reasons', t('reasons.title'), [reasonBars(uploads)]),
    card('rejection', t('rejection.title'), [chart, details(t('rejection.table'), table, !chart)]),
    fileCheck(),
    card('uploads', t('uploads.title', { count: uploads.length, files: count(uploads.length) }), [uploadTable(uploads)]),
  ];
}
