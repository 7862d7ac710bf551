import { columnsOf } from '../columns.js';
import { t } from '../i18n.js';
import { dataTable } from './data-table.js';

const columns = columnsOf('Models');

/** Every version trained, with its backtest's measures beside the seasonal naive forecast's. */
export const modelTable = models => dataTable({
  caption: t('models.caption'),
  empty: t('models.empty'),
  tall: true,
  rows: models,
  columns: [
    columns.show('model'),
    { label: t('models.role'), value: row => (row.champion ? t('models.champion') : row.promotedAt ? t('models.former') : '') },
    columns.show('promotion'),
    columns.show('rmsse', { value: row => against(row, 'rmsse', 'naiveRmsse') }),
    columns.show('mase', { value: row => against(row, 'mase', 'naiveMase') }),
    columns.show('wape'),
    columns.show('crps'),
    columns.show('coverage80'),
    columns.show('coverage95'),
    { label: t('models.learned'), whole: true, value: row => columns.range(row, 'from', 'to') },
    columns.show('series'),
    columns.show('createdAt'),
    columns.show('trainingSeconds'),
    columns.show('reason'),
  ],
});

const against = (row, value, naive) => (row[value] === null || row[naive] === null ? columns.read(row, value)
  : t('models.against', { value: columns.read(row, value), naive: columns.read(row, naive) }));
