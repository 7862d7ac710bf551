import { readCity } from './city.js';
import { readColumns } from './columns.js';
import { masthead } from './components/masthead.js';
import { element, verbatim } from './dom.js';
import { preferred, say, speak, t } from './i18n.js';
import { pages } from './pages/index.js';
import { here } from './router.js';
import { dress } from './theme.js';

const main = document.getElementById('main');
const status = document.getElementById('status');
const header = masthead(pages, async code => {
  await choose(code);
  frame();
  await show();
});
let turn = 0;

dress();
// They may as well be read while the words are; whoever waits for them tells of a failure.
asked().page.load().catch(() => {});
readCity().catch(() => {});
await choose(preferred());
frame();
document.querySelector('.skip').addEventListener('click', event => {
  event.preventDefault();
  main.focus();
});
addEventListener('hashchange', () => show(true));
await show();

// What the address asks for.
function asked() {
  const { page: id, params } = here();
  return { page: pages.find(each => each.id === id) ?? pages[0], params };
}

// A language's words: the page's own and those of the tables' columns.
async function choose(code) {
  await Promise.all([speak(code), readColumns(code)]);
}

// What surrounds the pages, in the language that is now spoken.
function frame() {
  for (const node of document.querySelectorAll('[data-t]')) node.textContent = t(node.dataset.t);
  header.draw();
}

// An answer that a later choice has overtaken is dropped.
async function show(moved = false) {
  const mine = ++turn;
  const { page, params } = asked();
  main.setAttribute('aria-busy', 'true');
  status.textContent = t('status.loading', { page: t(`nav.${page.id}`) });
  const content = await contentOf(page, params);
  if (mine !== turn) return;
  for (const part of main.querySelectorAll('.chart, .live')) part.dispatchEvent(new Event('leave'));
  main.replaceChildren(...content.filter(Boolean));
  document.title = `${t(`nav.${page.id}`)} · ${t('brand')}`;
  header.mark(page.id);
  main.removeAttribute('aria-busy');
  status.textContent = t('status.ready', { page: t(`nav.${page.id}`) });
  if (moved) main.focus({ preventScroll: true });
  if (moved) scrollTo(0, 0);
}

async function contentOf(page, params) {
  try {
    const reading = readCity();
    // A page that waits for it tells of a failure.
    reading.then(city => header.run(city?.run), () => {});
    const [{ render }, city] = await Promise.all([page.load(), page.city ? reading : null]);
    if (page.city === 'required' && !city) return [element('h1', {}, t(`nav.${page.id}`)), element('p', { class: 'notice' }, say('app.noRun', { command: element('code', { translate: 'no' }, 'dotnet run --project Local -- run') }))];
    return await render({ city, params, page: page.id });
  } catch (failure) {
    console.error(failure);
    return [element('h1', {}, t(`nav.${page.id}`)), element('p', { class: 'notice', role: 'alert' }, say('app.unreadable', { why: verbatim(failure.message) }))];
  }
}
