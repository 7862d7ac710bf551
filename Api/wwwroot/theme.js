// Light, dark, or as the system has it; and the colours that canvases need as values.

const key = 'theme';
const scheme = matchMedia('(prefers-color-scheme: dark)');
export const themes = ['system', 'light', 'dark'];

export const theme = () => localStorage.getItem(key) ?? 'system';

/** Applies a choice and remembers it. */
export function dress(choice = theme()) {
  localStorage.setItem(key, choice);
  if (choice === 'system') document.documentElement.removeAttribute('data-theme');
  else document.documentElement.dataset.theme = choice;
  redraw();
}

scheme.addEventListener('change', redraw);

// Charts listen on their own node, so that they go with it.
function redraw() {
  for (const chart of document.querySelectorAll('.chart')) chart.dispatchEvent(new Event('theme'));
}

/** Resolved colours by the name of their custom property; a canvas understands no light-dark(). */
export function colours(names) {
  const probe = document.createElement('span');
  document.body.append(probe);
  const found = Object.fromEntries(names.map(name => {
    probe.style.color = `var(--${name})`;
    return [name, getComputedStyle(probe).color];
  }));
  probe.remove();
  return found;
}
