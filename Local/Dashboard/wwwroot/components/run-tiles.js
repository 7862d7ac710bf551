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

function accuracy(model) {
  const gain = model?.naiveMase ? 1 - model.mase / model.naiveMase : null;
  const note = model?.naiveMase ? `MASE ${model.mase.toFixed(3)}, seasonal naive ${model.naiveMase.toFixed(3)}, WAPE ${percent(model.wape)}` : 'no backtest yet';
  if (gain === null) return statTile({ label: 'Accuracy', figure: '–', note });
  const word = gain >= 0 ? 'less error' : 'more error';
  return statTile({ label: 'Against seasonal naive', figure: `${percent(Math.abs(gain))} ${word}`, note, alert: gain < 0 });
}
