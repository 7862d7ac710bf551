import { rows } from '../api.js';
import { card } from '../components/card.js';
import { importanceBars } from '../components/importance-bars.js';
import { lead } from '../components/lead.js';
import { modelTable } from '../components/model-table.js';
import { promotionList } from '../components/promotion-list.js';
import { runTable } from '../components/run-table.js';
import { t } from '../i18n.js';

const newest = (table, column) => [...table].sort((a, b) => (b[column] ?? '').localeCompare(a[column] ?? ''));

/** The nights and the models that forecast. */
export async function render() {
  const [runs, models] = await Promise.all([rows('runs'), rows('models')]);
  const champion = models.find(model => model.champion) ?? null;
  return [
    lead(t('nav.runs'), t('runs.lead')),
    card('promotions', t('promotions.title'), [promotionList(newest(runs, 'queuedAt'))]),
    card('importance', t('importance.title'), [importanceBars(champion)]),
    card('models', t('models.title'), [modelTable(newest(models, 'createdAt'))]),
    card('runs', t('runs.title'), [runTable(newest(runs, 'queuedAt'))]),
  ];
}
