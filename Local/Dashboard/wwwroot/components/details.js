import { element } from '../dom.js';

/** Something that opens on demand, such as the table behind a chart. */
export const details = (summary, body, open = false) => element('details', { open }, element('summary', {}, summary), body);
