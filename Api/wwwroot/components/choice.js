import { element } from '../dom.js';

let made = 0;

/**
 * A labelled list to choose from.
 * @param {{label: string, value: string, options: {value: string, text: string, group?: string, data?: boolean}[], onChoose: (value: string) => void,
 *   quiet?: boolean}} settings options of one `group` stand together; `quiet` leaves the label to screen readers
 */
export function choice({ label, value, options, onChoose, quiet = false }) {
  const id = `choice-${++made}`;
  const select = element('select', { id, onchange: () => onChoose(select.value) });
  for (const group of new Set(options.map(each => each.group))) {
    const items = options.filter(each => each.group === group).map(each => element('option', { value: each.value, translate: each.data ? 'no' : null }, each.text));
    if (group) select.append(element('optgroup', { label: group }, ...items));
    else select.append(...items);
  }
  select.value = value;
  return {
    node: element('label', { class: 'field', for: id }, element('span', { class: quiet ? 'visually-hidden' : null }, label), select),
    select: chosen => { select.value = chosen; },
  };
}
