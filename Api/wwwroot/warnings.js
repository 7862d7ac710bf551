// What a run warns of: the pipeline writes it in English sentences of a few kinds, known here by their shape and put into the page's words.
import { data, verbatim } from './dom.js';
import { count, fine, fullDate, percent } from './format.js';
import { code, list, say } from './i18n.js';

const kinds = [
  ['drift', /^Demand has drifted from its forecasts in (\d+) of (\d+) areas' services: (.+?)(?:; and (\d+) more)?\. ForecastAccuracy marks them\.$/s, drifts],
  ['silent', /^(\d+) communit(?:y|ies) reported nothing for (\d+) days and counts? as closed: (.+)\. Upload their usage, or valid_to in communities\.$/s,
    ([communities, days, names]) => ({ count: Number(communities), days: count(days), names: data(names), column: data('valid_to'), dataset: data('communities') })],
  ['lost', /^(\d+) communit(?:y|ies) with usage (?:is|are) in no row of dataset communities and stands? under (.+?): (.+)\. Correct the codes in usage, or describe them\.$/s,
    ([communities, district, names]) => ({ count: Number(communities), district: data(district), names: data(names), dataset: data('communities') })],
  ['notPromoted', /^Tonight's model (\S+) was not promoted; champion (\S+) forecast\. (.+)$/s,
    ([challenger, champion, why]) => ({ challenger: data(challenger), champion: data(champion), why: verbatim(why) })],
  ['noBoosting', /^(LightGBM)'s native library can't be loaded.*\b(libgomp1)\b.*\b(libgomp)\b.*$/s, ([library, debian, fedora]) => ({ library: data(library), debian: data(debian), fedora: data(fedora) })],
  ['fewDays', /^Usage has (\d+) days up to (\d{4}-\d\d-\d\d); a forecast needs (\d+) \((\S+)\)\. Upload older usage and start again\.$/,
    ([days, origin, needed, setting]) => ({ days: count(days), origin: fullDate(origin), needed: count(needed), setting: data(setting) })],
  ['fewSeries', /^Usage has (\d+) series of a community and a service; the champion learned from (\d+) \((.+)\)\.$/, ofBefore],
  ['fewerDays', /^Usage has (\d+) days; the champion learned from (\d+) \((.+)\)\.$/, ofBefore],
  ['volume', /^Usage of the 7 days to (\d{4}-\d\d-\d\d) is ([\d,.]+) ?% of what is usual on these days of the week \(holidays apart, of the 8 weeks before; (.+)\)\.$/,
    ([until, share, setting]) => ({ until: fullDate(until), share: percent(Number(share.replaceAll(',', '')) / 100), setting: data(setting) })],
  ['budgets', /^(Allocation:Budgets) has (.+), which is no district(?:\/service or service)? with usage: these budgets were not shared out\.$/s, ofSetting],
  ['yields', /^(Allocation:Yields) has (.+), which is no service with usage: these yields counted for nothing\.$/s, ofSetting],
];

/**
 * A warning in words; one of no known kind stays as it was written.
 * @param {string} warning
 * @param {object|null} [city] names services in the page's language, where it is known
 */
export function warningText(warning, city) {
  for (const [kind, shape, valuesOf] of kinds) {
    const found = shape.exec(warning);
    const values = found && valuesOf(found.slice(1), city);
    if (values) return say(`warning.${kind}`, values);
  }
  return [verbatim(warning)];
}

function drifts([drifting, charts, places, more], city) {
  const named = places.split('; ').map(place => drift(place, city));
  // A name that holds the separator would be torn.
  if (named.includes(null)) return null;
  return { drifting: count(drifting), charts: count(charts), places: list(more ? [...named, say('drift.more', { count: Number(more) })] : named) };
}

function drift(place, city) {
  const [, service, area, level, size, side, since] =
    /^(.+?) in (.+) \((community|subdistrict|district|city)\) (?:([\d.]+) visits a day (above|below) the forecast|straying farther from the forecast than in the backtest) since (\d{4}-\d\d-\d\d)$/s.exec(place) ?? [];
  if (!since) return null;
  return say(`driftPlace.${side ?? 'wider'}`, {
    service: data(city?.serviceNamed(service) ?? service), area: data(area), level: code('level', level), size: fine(size), since: fullDate(since) });
}

function ofBefore([now, before, setting]) { return { now: count(now), before: count(before), setting: data(setting) }; }

function ofSetting([setting, keys]) { return { setting: data(setting), keys: data(keys) }; }
