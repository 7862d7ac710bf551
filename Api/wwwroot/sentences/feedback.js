import { data } from '../dom.js';
import { fine, quarter } from '../format.js';
import { list, say } from '../i18n.js';
import { areaOn, see } from './links.js';

const mostNamed = 3;
const mostTerms = 8;

/** What was written and complained of in the origin's quarter: the city by service, districts over all services. */
export async function readFeedback(city) {
  const [year, month] = city.origin.split('-').map(Number);
  const period = new Date(Date.UTC(year, month - 1 - ((month - 1) % 3), 1)).toISOString().slice(0, 10);
  const query = { from: period, to: period };
  const [own, districts] = await Promise.all([
    city.rows('feedbackthemes', { ...query, level: 'city', area: city.root.code }), city.rows('feedbackthemes', { ...query, level: 'district', service: 'all' })]);
  return [...own, ...districts].filter(row => row.theme === 'all' && row.period === period);
}

/** Complaint rates that chance does not explain, those farthest above their limit first, and terms that emerge in the city. */
export function* feedbackSentences(city, rows) {
  const above = rows.filter(row => row.outOfControl && row.complaintRate > row.upperLimit).sort((a, b) => b.complaintRate / b.upperLimit - a.complaintRate / a.upperLimit);
  for (const row of above.slice(0, mostNamed)) {
    yield {
      tone: 'alert',
      text: say('complaints.above', {
        area: areaOn('satisfaction', row), service: data(city.nameOf(row)), quarter: quarter(row.period), rate: fine(row.complaintRate), limit: fine(row.upperLimit), centre: fine(row.centreLine) }),
    };
  }
  if (above.length > mostNamed) yield { tone: 'note', text: say('complaints.moreAbove', { count: above.length - mostNamed, link: see('satisfaction') }) };
  const terms = rows.find(row => row.level === 'city' && row.service === 'all')?.emergingTerms?.split('; ').filter(Boolean) ?? [];
  if (terms.length) yield { tone: 'note', text: say('themes.emergingNow', { terms: list(terms.slice(0, mostTerms).map(data)), link: see('satisfaction') }) };
}
