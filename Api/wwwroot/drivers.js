// What moves a forecast: the engine writes it in English by a small grammar (Models/Explaining/DriverTexts.cs); here it is put into the page's words.
import { verbatim } from './dom.js';
import { fullDate, percentSigned, weekday } from './format.js';
import { knows, t } from './i18n.js';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** Parts such as `Sundays -33%; year on year +7%`, each in words. A part of another form stays as it was written. */
export const driverTexts = drivers => drivers.split('; ').map(part => words(part) ?? verbatim(part));

function words(part) {
  if (knows(`driver.${part}`)) return t(`driver.${part}`);
  const [, what, percent, since] = /^(.+?):? ([+-]?\d+)%(?: since (\d{4}-\d\d-\d\d))?$/.exec(part) ?? [];
  const cause = what && (since ? t('driver.level', { since: fullDate(since) }) : causeOf(what));
  return cause ? t('driver.effect', { what: cause, effect: percentSigned(Number(percent) / 100) }) : null;
}

function causeOf(what) {
  const day = weekdays.indexOf(what.replace(/s$/, ''));
  // 1970-01-04 was a Sunday.
  if (day >= 0) return t('driver.weekday', { day: weekday((day + 3) * 86_400_000) });
  if (knows(`driver.${what}`)) return t(`driver.${what}`);
  const [, when, of] = /^((?:day|week|two weeks|weeks) (?:before|after)) (.+)$/.exec(what) ?? [];
  return when && knows(`driver.${of}`) ? t(`driver.${when}`, { what: t(`driver.${of}`) }) : null;
}
