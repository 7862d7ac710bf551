import { data, told } from '../dom.js';
import { say } from '../i18n.js';

const most = 3;

/** Runs that failed since a run was published; all that failed, where none was. */
export const failedRuns = (runs, published) => runs
  .filter(row => row.state === 'failed' && (!published || row.queuedAt > published.publishedAt))
  .map(row => ({ tone: 'alert', text: say('run.failed', { run: data(row.run), why: told(row.message) }) }));

/** Files that could not be taken in, the newest first. */
export const failedUploads = uploads => uploads
  .filter(row => row.status === 'rejected')
  .sort((a, b) => (b.ingestedAt ?? '').localeCompare(a.ingestedAt ?? ''))
  .slice(0, most)
  .map(row => ({ tone: 'alert', text: say('uploads.failed', { file: data(row.path), why: told(row.message) }) }));
