import { count, dateOfYear, percent, percentFine, ratio, time } from '../format.js';
import { told } from '../dom.js';
import { code, t } from '../i18n.js';
import { dataTable } from './data-table.js';

/** Every version trained, with its backtest's measures beside the seasonal naive forecast's. */
export const modelTable = models => dataTable({
  caption: t('models.caption'),
  empty: t('models.empty'),
  tall: true,
  rows: models,
  columns: [
    { label: t('model'), data: true, value: row => row.model },
    { label: t('models.role'), value: row => (row.champion ? t('models.champion') : row.promotedAt ? t('models.former') : '') },
    { label: t('models.decision'), value: row => code('promotion', row.promotion) },
    { label: 'RMSSE', number: true, value: row => against(row.rmsse, row.naiveRmsse) },
    { label: 'MASE', number: true, value: row => against(row.mase, row.naiveMase) },
    { label: 'WAPE', number: true, value: row => percentFine(row.wape) },
    { label: 'CRPS', number: true, value: row => ratio(row.crps) },
    { label: t('accuracy.held80'), number: true, value: row => percent(row.coverage80) },
    { label: t('accuracy.held95'), number: true, value: row => percent(row.coverage95) },
    { label: t('models.learned'), whole: true, value: row => t('range', { low: dateOfYear(row.from), high: dateOfYear(row.to) }) },
    { label: t('series'), number: true, value: row => count(row.series) },
    { label: t('models.trained'), whole: true, value: row => time(row.createdAt) },
    { label: t('models.seconds'), number: true, value: row => count(row.trainingSeconds) },
    { label: t('why'), wrap: true, value: row => told(row.reason) },
  ],
});

const against = (value, naive) => (value === null || naive === null ? ratio(value) : t('models.against', { value: ratio(value), naive: ratio(naive) }));
