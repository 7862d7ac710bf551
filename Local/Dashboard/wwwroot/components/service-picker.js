import { element } from '../dom.js';

const groups = { all: 'All', need_class: 'Need classes', service: 'Services' };

/** A labelled list of service scopes. */
export function servicePicker(services, onChoose) {
  const select = element('select', { id: 'service', onchange: () => onChoose(select.value) },
    ...Object.entries(groups).map(([level, label]) => element('optgroup', { label },
      ...services.filter(service => service.level === level).map(service => element('option', { value: service.code }, service.name)))));
  return {
    node: element('label', { class: 'field', for: 'service' }, 'Service', select),
    select: code => { select.value = code; },
  };
}
