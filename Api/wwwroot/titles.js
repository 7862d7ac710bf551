// What a scenario assumes: the pipeline writes it in English, one form a scenario (Pipeline/Scenarios/DefaultScenarios.cs); here it is put into the page's words.
import { data, verbatim } from './dom.js';
import { count, percent, percentFine, visitsSigned } from './format.js';
import { say } from './i18n.js';

const forms = {
  'ageing': [/^Residents aged 60 and over: (\S+) points; services for the elderly: (\S+) ?% a point \((\S+) ?% to (\S+) ?%\)$/,
    ([points, effect, low, high]) => ({ points: visitsSigned(Number(points)), effect: fineShare(effect), low: fineShare(low), high: fineShare(high) })],
  'surge': [/^All demand (\d+)% higher for the first week$/, ([more]) => ({ share: share(more) })],
  'closed-centre': [/^(.+) closes, and (\d+) ?% of its demand moves to neighbours$/s, ([centre, moved], city) => ({ ...placed(centre, city), share: share(moved) })],
  'new-centre': [/^(.+) serves (\d+) more a day, and draws (\d+) ?% more demand$/s, ([centre, extra, induced], city) => ({ ...placed(centre, city), extra: count(extra), share: share(induced) })],
};

/** The title of a row of Scenarios in words. One of another form stays as it was written. */
export function titleText(city, { scenario, title }) {
  const [shape, valuesOf] = forms[scenario] ?? [];
  const found = shape?.exec(title);
  const values = found && valuesOf(found.slice(1), city);
  return values && values.service !== null ? say(`title.${scenario}`, values) : [verbatim(title)];
}

const share = points => percent(Number(points) / 100);
const fineShare = points => percentFine(Number(points) / 100);

// `Library of Bridge`: either name may hold an `of` of its own, but services are known.
function placed(centre, city) {
  const service = city.scopes.find(scope => scope.level === 'service' && centre.startsWith(`${scope.english} of `));
  return service ? { service: data(city.serviceName(service)), area: data(centre.slice(service.english.length + 4)) } : { service: null };
}
