import { capital, columnsOf } from '../columns.js';
import { data } from '../dom.js';
import { count, fine, percentFine, percentSignedFine } from '../format.js';
import { say, t } from '../i18n.js';
import { intervalBars } from './interval-bars.js';

const match = columnsOf('MatchDimensions');
const residents = columnsOf('Residents');

const minutes = value => (value === null ? '–' : t('match.minutes', { minutes: fine(value) }));

// The unit of value and reference is the measure's; most are shares.
const figures = { median_minutes: minutes, p90_minutes: minutes, funding_change: percentSignedFine };
const figure = row => figures[row.measure] ?? percentFine;

/** One dimension's measures by their mismatch, 0 to 1, which all measures share; beside it each in its own unit, and what it is held against. */
export const mismatchBars = rows => intervalBars({
  caption: t('match.caption'),
  label: match.label('measure'),
  name: row => mismatchName(row.measure),
  measure: match.show('mismatch'),
  bar: row => ({ value: row.mismatch }),
  scale: 1,
  empty: t('match.empty'),
  rows,
  columns: [
    match.show('value', { value: row => figure(row)(row.value) }),
    match.show('reference', { value: row => figure(row)(row.reference) }),
    match.show('basis', { value: row => count(row.basis) }),
  ],
});

// Groups without a word are called what uploads call them.
function mismatchName(measure) {
  const [, group] = /^coverage:(.*)$/s.exec(measure) ?? [];
  return group === undefined ? capital(match.word('measure', measure)) : say('match.coverage', { group: residents.known('group', group) ?? data(group) });
}
