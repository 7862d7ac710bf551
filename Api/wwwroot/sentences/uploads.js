import { data, element, verbatim } from '../dom.js';
import { count, percentFine } from '../format.js';
import { list, say } from '../i18n.js';
import { address } from '../router.js';
import { reasonsOf, reasonText } from '../reasons.js';

const mostNamed = 3;

/** Files that failed, and rows in quarantine. */
export function* uploadSentences(uploads) {
  if (uploads.length === 0) yield { tone: 'note', text: say('uploads.none') };
  const failed = newest(uploads.filter(row => row.status === 'rejected'));
  for (const row of failed.slice(0, mostNamed)) yield { tone: 'alert', text: say('uploads.failed', { file: data(row.path), why: verbatim(row.message ?? '') }) };
  if (failed.length > mostNamed) yield { tone: 'alert', text: say('uploads.failedMore', { count: failed.length - mostNamed }) };

  const partly = uploads.filter(row => row.status !== 'rejected' && row.rejected > 0).sort((a, b) => b.rejected - a.rejected);
  if (partly.length === 0) return;
  const rejected = partly.reduce((sum, row) => sum + row.rejected, 0);
  const read = uploads.reduce((sum, row) => sum + row.read, 0);
  const [[reason]] = reasonsOf(partly);
  yield {
    tone: 'note',
    text: say('uploads.quarantined', {
      rows: count(rejected), share: percentFine(rejected / read), count: partly.length, reason: reasonText(reason),
      files: list(partly.slice(0, mostNamed).map(row => data(row.path))), link: element('a', { href: address('quality') }, say('uploads.link')) }),
  };
}

const newest = rows => [...rows].sort((a, b) => (b.ingestedAt ?? '').localeCompare(a.ingestedAt ?? ''));
