import { data, element } from '../dom.js';
import { t } from '../i18n.js';

/** The areas from the city down to one, those above as links. */
export function breadcrumb(path, hrefOf) {
  return element('nav', { class: 'crumbs', 'aria-label': t('crumbs') }, element('ol', {}, ...path.map((area, index) => element('li', {},
    index === path.length - 1 ? element('span', { 'aria-current': 'true' }, data(area.name)) : element('a', { href: hrefOf(area) }, data(area.name))))));
}
