import { columnsOf } from '../columns.js';
import { fine, quarter } from '../format.js';
import { t } from '../i18n.js';
import { controlChart } from './control-chart.js';
import { dataTable } from './data-table.js';

const themes = columnsOf('FeedbackThemes');

/**
 * Complaints per 1,000 visits, quarter after quarter, within the limits that the table gives; without these, as in a city's first year, the table alone.
 * @returns {Promise<{chart: HTMLElement|null, table: () => HTMLElement}>}
 */
export async function complaintChart(rows) {
  const told = rows.filter(row => row.complaintRate !== null).sort((a, b) => a.period.localeCompare(b.period));
  const points = told.filter(row => row.centreLine !== null).map(row => ({
    name: quarter(row.period), label: quarter(row.period), value: row.complaintRate, centre: row.centreLine, lower: row.lowerLimit, upper: row.upperLimit, beyond: row.outOfControl,
  }));
  const drawn = points.length ? await controlChart() : null;
  drawn?.show({ title: t('complaints.title'), unit: t('complaints.unit'), figure: fine, points });
  return {
    chart: drawn?.node ?? null,
    table: () => dataTable({
      caption: t('complaints.caption'),
      empty: t('complaints.empty'),
      rows: told,
      columns: [
        themes.show('period', { value: row => quarter(row.period) }),
        themes.show('complaintRate'),
        { label: t('control.limits'), number: true, value: row => themes.range(row, 'lowerLimit', 'upperLimit') },
        themes.show('complaints'),
        themes.show('visits'),
        { label: t('control.outside'), value: row => (row.outOfControl ? t(row.complaintRate > row.upperLimit ? 'rejection.above' : 'rejection.below') : '') },
      ],
    }),
  };
}
