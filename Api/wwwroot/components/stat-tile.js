import { element } from '../dom.js';

/** One headline figure: what it is, how much, and against what to read it. */
export function statTile({ label, figure, note, alert = false }) {
  return element('dl', { class: alert ? 'card tile alert' : 'card tile' },
    element('dt', {}, label),
    element('dd', { class: 'figure' }, figure),
    element('dd', { class: 'note' }, note));
}
