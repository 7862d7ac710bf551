import { count, percent, percentFine } from '../format.js';
import { statTile } from './stat-tile.js';

/** The headline figures of a run. */
export function runTiles({ run, model, shortages, uploads }) {
  const rejected = uploads.reduce((sum, upload) => sum + upload.rejected, 0);
  const read = uploads.reduce((sum, upload) => sum + upload.read, 0);
  const at = shortages.filter(row => row.shortageProbability >= 0.5).length;
  return [
    accuracy(model),
    statTile({ label: '80% intervals held', figure: percentFine(model?.coverage80), note: `95% intervals: ${percentFine(model?.coverage95)} of the backtest's days` }),
    statTile({ label: 'Shortages likelier than not', figure: count(at), note: `of ${count(shortages.length)} services with a capacity, in the next ${run?.horizon ?? '–'} days`, alert: at > 0 }),
    statTile({ label: 'Rows kept of uploads', figure: read ? percent((read - rejected) / read) : '–', note: `${count(rejected)} of ${count(read)} rows in quarantine` }),
  ];
}

// The forecast is a mean, and squared errors judge means: the headline is RMSSE, as in the M5 competition. MASE stands beside it.
function accuracy(model) {
  if (!model?.naiveRmsse) return statTile({ label: 'Against seasonal naive', figure: '–', note: 'no backtest yet' });
  const gain = 1 - model.rmsse / model.naiveRmsse;
  return statTile({
    label: 'Against seasonal naive',
    figure: `${percent(Math.abs(gain))} ${gain >= 0 ? 'less' : 'more'} error`,
    note: `RMSSE ${model.rmsse.toFixed(3)} to ${model.naiveRmsse.toFixed(3)}, MASE ${model.mase.toFixed(3)} to ${model.naiveMase.toFixed(3)}`,
    alert: gain < 0,
  });
}
