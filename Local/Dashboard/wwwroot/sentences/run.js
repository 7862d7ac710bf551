import { data } from '../dom.js';
import { say } from '../i18n.js';

/** What the night itself has to say: a failure since, its warnings, and what became of its model. */
export function* runSentences(runs, run) {
  const failed = runs.filter(row => row.state === 'failed' && (!run || row.queuedAt > run.publishedAt));
  for (const row of failed) yield { tone: 'alert', text: say('run.failed', { run: data(row.run), why: row.message?.text ?? '' }) };
  if (!run) return;
  for (const warning of run.warnings) yield { tone: 'note', text: [warning.text] };
  if (run.promotion === 'rejected' || run.promotion === 'kept') yield { tone: 'note', text: say(`run.${run.promotion}`, { why: run.promotionReason?.text ?? '' }) };
}
