// Figures and days as a planner reads them.

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const fine = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const share = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 });
const shareFine = new Intl.NumberFormat('en', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
const day = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
const dayShort = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const dayOfYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

const known = value => value !== null && value !== undefined && !Number.isNaN(value);

export const count = value => (known(value) ? whole.format(value) : '–');
export const visits = value => (known(value) ? (Math.abs(value) < 20 ? fine : whole).format(value) : '–');
export const percent = value => (known(value) ? share.format(value) : '–');
export const percentFine = value => (known(value) ? shareFine.format(value) : '–');
export const date = value => (known(value) ? day.format(new Date(value)) : '–');
export const dayOfMonth = value => dayShort.format(new Date(value));
export const fullDate = value => (known(value) ? dayOfYear.format(new Date(value)) : '–');
export const time = value => (known(value) ? moment.format(new Date(value)) : '–');
