import { data } from '../dom.js';
import { percentOf } from '../format.js';
import { code, list, say } from '../i18n.js';
import { see } from './links.js';

const mostNamed = 3;

/** Measures of communities as this run judges them, and as the run before did. */
export async function readImprovements(city, runs) {
  const before = runs.filter(row => row.state === 'published' && !row.retiredAt && row.publishedAt < city.run.publishedAt).sort((a, b) => b.publishedAt.localeCompare(a.publishedAt))[0];
  const ask = query => city.rows('improvements', { level: 'community', ...query });
  const [now, earlier] = await Promise.all([ask({}), before ? ask({ run: before.run }) : []]);
  return { now, earlier };
}

/** Outcomes achieved, not achieved, and judged tonight for the first time, those of the largest effect first. */
export function* improvementSentences({ now, earlier }) {
  const waiting = new Set(earlier.filter(row => !judged(row)).map(keyOf));
  const groups = [
    ['newly', 'note', now.filter(row => judged(row) && waiting.has(keyOf(row)))],
    ['notAchieved', 'note', now.filter(row => row.verdict === 'not_achieved')],
    ['achieved', 'fine', now.filter(row => row.verdict === 'achieved')],
  ];
  for (const [kind, tone, rows] of groups) {
    if (rows.length === 0) continue;
    const named = rows.sort((a, b) => Math.abs(b.relativeEffect ?? 0) - Math.abs(a.relativeEffect ?? 0)).slice(0, mostNamed).map(kind === 'newly' ? withVerdict : withEffect);
    yield { tone, text: say(`improvements.${kind}`, { count: rows.length, named: list(named), link: see('improvements') }) };
  }
}

const judged = row => row.verdict === 'achieved' || row.verdict === 'not_achieved';

const keyOf = row => [row.area, row.service, row.start, row.measure, row.outcome].join('|');

const names = row => ({ measure: data(row.measure), area: data(row.areaName), outcome: code('outcome', row.outcome), effect: percentOf(row.relativeEffect) });

const withEffect = row => say('improvements.named', names(row));

const withVerdict = row => say('improvements.namedNewly', { ...names(row), verdict: code('verdict', row.verdict) });
