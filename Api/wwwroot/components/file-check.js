import { inspect } from '../api.js';
import { append, element, verbatim } from '../dom.js';
import { say, t } from '../i18n.js';
import { card } from './card.js';
import { fileReport } from './file-report.js';

/** Shows how a file would be taken in, before anybody uploads it. Nothing of it is stored; an answer overtaken by a later file is dropped. */
export function fileCheck() {
  const told = element('p', { class: 'told', role: 'status' });
  const shown = element('div', { class: 'stack' });
  const input = element('input', { type: 'file', id: 'check-file', onchange: () => take(input.files) });
  let asking = null;
  const zone = element('label', { class: 'drop', for: 'check-file', ondragover: over, ondragleave: leave, ondrop: drop }, element('span', {}, t('check.choose')), input);
  const node = card('check', t('check.title'), [element('p', { class: 'soft' }, t('check.lead')), zone, told, shown]);
  node.classList.add('live');
  node.addEventListener('leave', () => asking?.abort());
  return node;

  function over(event) {
    event.preventDefault();
    zone.classList.add('over');
  }

  function leave() {
    zone.classList.remove('over');
  }

  function drop(event) {
    event.preventDefault();
    leave();
    take(event.dataTransfer.files);
  }

  async function take([file]) {
    if (!file) return;
    asking?.abort();
    const mine = asking = new AbortController();
    tell(t('check.reading', { file: file.name }));
    shown.replaceChildren();
    shown.setAttribute('aria-busy', 'true');
    try {
      const report = await inspect(file, mine.signal);
      if (mine !== asking) return;
      tell(t(report.isReady ? 'check.ready' : report.problem ? 'check.refused' : 'check.doubtful', { file: file.name }));
      shown.replaceChildren(...fileReport(report));
    } catch (failure) {
      if (mine !== asking || mine.signal.aborted) return;
      tell(say('check.failed', { why: verbatim(failure.message) }));
    }
    shown.removeAttribute('aria-busy');
  }

  function tell(text) {
    told.replaceChildren();
    append(told, [text]);
  }
}
