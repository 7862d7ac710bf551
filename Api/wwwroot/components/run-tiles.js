import { count, percent, percentFine, ratio } from '../format.js';
import { t } from '../i18n.js';
import { span } from '../periods.js';
import { statTile } from './stat-tile.js';

/** The headline figures of a run. */
export function runTiles({ run, model, supply, uploads }) {
  const rejected = uploads.reduce((sum, upload) => sum + upload.rejected, 0);
  const read = uploads.reduce((sum, upload) => sum + upload.read, 0);
  const services = supply.filter(row => row.serviceLevel === 'service');
  const short = services.filter(row => row.status === 'short').length;
  return [
    accuracy(model),
    statTile({ label: t('tile.held'), figure: percentFine(model?.coverage80), note: t('tile.heldNote', { share: percentFine(model?.coverage95) }) }),
    statTile({ label: t('tile.short'), figure: count(short), note: t('tile.shortNote', { count: services.length, span: span(run.frequency, run.horizon) }), alert: short > 0 }),
    statTile({ label: t('tile.kept'), figure: read ? percent((read - rejected) / read) : '–', note: t('tile.keptNote', { rejected: count(rejected), read: count(read) }) }),
  ];
}

// The forecast is a mean, and squared errors judge means: the headline is RMSSE, as in the M5 competition. MASE stands beside it.
function accuracy(model) {
  const label = t('tile.error');
  if (!model?.naiveRmsse) return statTile({ label, figure: '–', note: t('tile.errorNone') });
  const gain = 1 - model.rmsse / model.naiveRmsse;
  return statTile({
    label,
    figure: t(gain >= 0 ? 'tile.errorLess' : 'tile.errorMore', { share: percent(Math.abs(gain)) }),
    note: t('tile.errorNote', { rmsse: ratio(model.rmsse), naiveRmsse: ratio(model.naiveRmsse), mase: ratio(model.mase), naiveMase: ratio(model.naiveMase) }),
    alert: gain < 0,
  });
}
