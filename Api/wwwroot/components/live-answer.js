import { element, verbatim } from '../dom.js';
import { say, t } from '../i18n.js';
import { here, noteBeside } from '../router.js';
import { card } from './card.js';
import { slider, sliderValue } from './slider.js';

// A hand on a slider passes many values on the way to the one it wants.
const pause = 200;

/**
 * Sliders, and what the run answers to where they stand. They stand in the address, so that Back undoes and a link shows the same; an answer overtaken by a later question is dropped.
 * @param {{page: string, title: string, lead: string|Node, beside?: Node[], sliders: Record<string, {label: string, standard: number, min: number, max: number, step: number, text: (value: number) => string}>,
 *   ask: (values: Record<string, number>, signal: AbortSignal) => Promise<object>, tell: (answer: object) => unknown, draw: (answer: object) => (Node|null)[]}} settings
 *   sliders by their name in the address; `tell` says the answer in a sentence, `draw` shows it
 */
export function liveAnswer({ page, title, lead, beside = [], sliders, ask, tell, draw }) {
  const { params } = here();
  const values = Object.fromEntries(Object.entries(sliders).map(([name, settings]) => [name, sliderValue(params[name], settings)]));
  const told = element('p', { class: 'told', role: 'status' });
  const shown = element('div', { class: 'stack', 'aria-busy': 'true' });
  let waiting = null;
  let asking = null;
  const node = element('div', { class: 'stack live', onleave: () => stop() },
    card('live', title, [
      element('p', { class: 'soft' }, lead),
      element('div', { class: 'sliders' }, ...Object.entries(sliders).map(([name, settings]) => slider({ ...settings, value: values[name], onMove: value => move(name, value) }))),
      told,
    ], element('div', { class: 'toolbar' }, ...beside)),
    shown);
  refresh();
  return node;

  function move(name, value) {
    values[name] = value;
    clearTimeout(waiting);
    waiting = setTimeout(settle, pause);
    shown.setAttribute('aria-busy', 'true');
  }

  function settle() {
    waiting = null;
    noteBeside(page, values);
    refresh();
  }

  function stop() {
    clearTimeout(waiting);
    asking?.abort();
  }

  async function refresh() {
    asking?.abort();
    const mine = asking = new AbortController();
    try {
      const answer = await ask({ ...values }, mine.signal);
      if (mine !== asking) return;
      told.replaceChildren(...nodes(tell(answer)));
      shown.replaceChildren(...draw(answer).filter(Boolean));
    } catch (failure) {
      if (mine !== asking || mine.signal.aborted) return;
      told.replaceChildren(...nodes(say('live.failed', { why: verbatim(failure.message) })));
      shown.replaceChildren();
    }
    if (waiting === null) shown.removeAttribute('aria-busy');
  }
}

const nodes = parts => [parts].flat().map(part => (part instanceof Node ? part : document.createTextNode(part)));
