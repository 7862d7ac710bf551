import { keyOf } from '../city.js';
import { element } from '../dom.js';
import { t } from '../i18n.js';
import { address } from '../router.js';

/** A row's area, as a link to that area on a page. */
export const areaOn = (page, row) => element('a', { href: address(page, { area: keyOf(row.level, row.area) }), translate: 'no' }, row.areaName);

/** Where a sentence's table is shown whole. */
export const see = page => element('a', { href: address(page) }, t('see', { page: t(`nav.${page}`) }));
