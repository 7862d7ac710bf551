import { card } from '../components/card.js';
import { effectBars } from '../components/effect-bars.js';
import { lead } from '../components/lead.js';
import { statTile } from '../components/stat-tile.js';
import { element } from '../dom.js';
import { count } from '../format.js';
import { t } from '../i18n.js';

const outcomes = ['satisfaction', 'efficiency', 'complaints'];
const verdicts = ['achieved', 'not_achieved', 'too_early', 'no_comparison'];

/** What each measure did to satisfaction, efficiency and complaints, against communities without it. */
export async function render({ city }) {
  const rows = await city.rows('improvements', { level: 'community' });
  const tile = verdict => statTile({ label: t(`verdict.${verdict}`), figure: count(rows.filter(row => row.verdict === verdict).length), note: t(`improvements.note.${verdict}`) });
  return [
    lead(t('nav.improvements'), t('improvements.lead')),
    rows.length ? element('div', { class: 'tiles' }, ...verdicts.map(tile)) : null,
    ...outcomes.map(outcome => card(outcome, t(`outcome.${outcome}`), [effectBars(rows.filter(row => row.outcome === outcome), outcome)])),
    element('p', { class: 'chart-note' }, t('improvements.key')),
  ];
}
