import { data } from '../dom.js';
import { count, fine, percentFine, percentSignedFine } from '../format.js';
import { code, knows, say, t } from '../i18n.js';
import { intervalBars } from './interval-bars.js';

const minutes = value => (value === null ? '–' : t('match.minutes', { minutes: fine(value) }));
const figures = { median_minutes: minutes, p90_minutes: minutes, funding_change: percentSignedFine };

/** One dimension's measures by their mismatch, 0 to 1, which all measures share; beside it each in its own unit, and what it is held against. */
export const mismatchBars = rows => intervalBars({
  caption: t('match.caption'),
  label: t('match.measure'),
  measure: t('match.mismatch'),
  figure: percentFine,
  scale: 1,
  empty: t('match.empty'),
  columns: [t('match.value'), t('match.reference'), t('match.basis')],
  rows: rows.map(row => {
    const figure = figures[row.measure] ?? percentFine;
    return { name: mismatchName(row.measure), value: row.mismatch, figures: [figure(row.value), figure(row.reference), count(row.basis)] };
  }),
});

/** What a measure is called. Groups are named as uploads name them. */
export function mismatchName(measure) {
  const [, group] = /^coverage:(.*)$/s.exec(measure) ?? [];
  if (group === undefined) return code('mismatch', measure);
  return say('match.coverage', { group: knows(`group.${group}`) ? t(`group.${group}`) : data(group) });
}
