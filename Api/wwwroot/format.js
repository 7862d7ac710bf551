// Figures and days as a planner reads them, in the page's language.
import { locale, t } from './i18n.js';

const formats = new Map();

function format(kind, options) {
  const key = `${locale()} ${kind.name} ${JSON.stringify(options)}`;
  if (!formats.has(key)) formats.set(key, new kind(locale(), options));
  return formats.get(key);
}

const known = value => value !== null && value !== undefined && !Number.isNaN(value);
const number = options => value => (known(value) ? format(Intl.NumberFormat, options).format(value) : '–');
const day = options => value => (known(value) ? format(Intl.DateTimeFormat, options).format(new Date(value)) : '–');

export const count = number({ maximumFractionDigits: 0 });
export const fine = number({ maximumFractionDigits: 1 });
export const ratio = number({ minimumFractionDigits: 3, maximumFractionDigits: 3 });
export const signed = number({ minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' });
export const percent = number({ style: 'percent', maximumFractionDigits: 0 });
export const percentFine = number({ style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
export const percentSignedFine = number({ style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' });
export const percentSigned = number({ style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' });

/** Percent that a table holds as such: -18 is -18%. */
export const percentOf = value => percentSignedFine(known(value) ? value / 100 : null);

export const visits = value => (known(value) && Math.abs(value) < 20 ? fine : count)(value);
const [fineSigned, countSigned] = [1, 0].map(maximumFractionDigits => number({ maximumFractionDigits, signDisplay: 'exceptZero' }));
export const visitsSigned = value => (known(value) && Math.abs(value) < 20 ? fineSigned : countSigned)(value);

export const date = day({ weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
export const dayOfMonth = day({ day: 'numeric', month: 'short', timeZone: 'UTC' });
export const month = day({ month: 'long', year: 'numeric', timeZone: 'UTC' });
export const monthOfYear = day({ month: 'short', year: '2-digit', timeZone: 'UTC' });
export const dateOfYear = day({ dateStyle: 'medium', timeZone: 'UTC' });
export const fullDate = day({ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
export const time = day({ dateStyle: 'medium', timeStyle: 'short' });

/** The calendar quarter that begins on a day. */
export const quarter = value => t('quarter', { year: value.slice(0, 4), quarter: Math.ceil(Number(value.slice(5, 7)) / 3) });
