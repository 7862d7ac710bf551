import { element } from '../dom.js';

let made = 0;

/**
 * A labelled slider with its value beside it, in words for screen readers.
 * @param {{label: string, value: number, min: number, max: number, step: number, text: (value: number) => string, onMove: (value: number) => void}} settings
 */
export function slider({ label, value, min, max, step, text, onMove }) {
  const id = `slider-${++made}`;
  const input = element('input', { id, type: 'range', min, max, step, value, 'aria-valuetext': text(value), oninput: () => move() });
  const output = element('output', { for: id, 'aria-live': 'off' }, text(value));
  return element('div', { class: 'slider' }, element('label', { for: id }, label), output, input);

  function move() {
    const chosen = input.valueAsNumber;
    output.textContent = text(chosen);
    input.setAttribute('aria-valuetext', text(chosen));
    onMove(chosen);
  }
}

/** A slider's value as an address has it; its standard where the address has none, or nonsense. */
export function sliderValue(param, { standard, min, max }) {
  const value = Number(param);
  return param === undefined || param === '' || !Number.isFinite(value) ? standard : Math.min(max, Math.max(min, value));
}
