import { data, element } from '../dom.js';
import { percent } from '../format.js';
import { say, t } from '../i18n.js';
import { dataTable } from './data-table.js';
import { shareBar } from './share-bar.js';

/** The features that explain most of the champion's forecasts. */
export function importanceBars(model) {
  const features = model?.importance ? JSON.parse(model.importance) : [];
  if (features.length === 0) return element('p', { class: 'soft' }, t('importance.empty'));
  const most = Math.max(...features.map(each => each.share)) || 1;
  return dataTable({
    caption: say('importance.caption', { model: data(model.model) }),
    empty: t('importance.empty'),
    tall: true,
    rows: features,
    columns: [
      { label: t('importance.feature'), data: true, value: row => row.feature },
      { label: t('importance.share'), number: true, value: row => shareBar(row.share / most, percent(row.share)) },
    ],
  });
}
