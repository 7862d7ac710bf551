import { data, verbatim } from '../dom.js';
import { say } from '../i18n.js';
import { warningText } from '../warnings.js';

/** What the night itself has to say: a failure since, its warnings, and what became of its model. */
export function* runSentences(runs, run, city = null) {
  const failed = runs.filter(row => row.state === 'failed' && (!run || row.queuedAt > run.publishedAt));
  for (const row of failed) yield { tone: 'alert', text: say('run.failed', { run: data(row.run), why: verbatim(row.message ?? '') }) };
  if (!run) return;
  for (const warning of warningsOf(run)) yield { tone: 'note', text: warningText(warning, city) };
  if (run.promotion === 'rejected' || run.promotion === 'kept') yield { tone: 'note', text: say(`run.${run.promotion}`, { why: verbatim(run.promotionReason ?? '') }) };
}

export const warningsOf = run => (run.warnings ?? '').split('\n').filter(Boolean);
