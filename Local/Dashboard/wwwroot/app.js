import { element } from './dom.js';
import { tonight } from './pages/tonight.js';

const main = document.getElementById('main');

try {
  main.replaceChildren(...await tonight(document.getElementById('run-note')));
} catch (failure) {
  console.error(failure);
  main.replaceChildren(element('p', { class: 'notice', role: 'alert' }, `The tables could not be read: ${failure.message}. Is the local host still running?`));
} finally {
  main.removeAttribute('aria-busy');
}
