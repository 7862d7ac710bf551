import { columnsOf } from '../columns.js';
import { count, percentFine } from '../format.js';
import { t } from '../i18n.js';
import { controlChart, outside } from './control-chart.js';
import { dataTable } from './data-table.js';

const columns = columnsOf('Uploads');
const leastFiles = 3;

/**
 * The share of rejected rows, file after file: a p chart with limits of three standard deviations of a binomial share (Montgomery, Introduction to
 * Statistical Quality Control, section 7.2). A file outside was worse, or better, than chance would make of the common share.
 * @returns {Promise<{chart: HTMLElement|null, table: () => HTMLElement}>}
 */
export async function rejectionChart(uploads) {
  const points = pChart(uploads.filter(upload => upload.read > 0).sort((a, b) => (a.ingestedAt ?? '').localeCompare(b.ingestedAt ?? '') || a.path.localeCompare(b.path)));
  const beyond = new Set(outside(points));
  const drawn = points.length >= leastFiles ? await controlChart() : null;
  drawn?.show({ title: t('rejection.title'), unit: t('rejection.unit'), figure: percentFine, points });
  return {
    chart: drawn?.node ?? null,
    table: () => dataTable({
      caption: t('rejection.caption'),
      empty: t('rejection.empty'),
      tall: true,
      rows: points,
      columns: [
        { label: columns.label('path'), wrap: true, data: true, value: point => point.name },
        { label: t('rejection.share'), number: true, value: point => percentFine(point.value) },
        { label: t('control.limits'), number: true, value: point => t('range', { low: percentFine(point.lower), high: percentFine(point.upper) }) },
        { label: columns.label('read'), number: true, value: point => count(point.rows) },
        { label: t('control.outside'), value: point => (beyond.has(point) ? t(point.value > point.upper ? 'rejection.above' : 'rejection.below') : '') },
      ],
    }),
  };
}

function pChart(uploads) {
  const total = column => uploads.reduce((sum, upload) => sum + upload[column], 0);
  const centre = total('rejected') / (total('read') || 1);
  return uploads.map(upload => {
    const deviation = Math.sqrt(centre * (1 - centre) / upload.read);
    return {
      name: upload.path, rows: upload.read, value: upload.rejected / upload.read, centre,
      lower: Math.max(0, centre - 3 * deviation), upper: Math.min(1, centre + 3 * deviation),
    };
  });
}
