import { question } from '../api.js';
import { levels } from '../city.js';
import { capital, columnsOf, places } from '../columns.js';
import { data } from '../dom.js';
import { count, fine, percent, visitsSigned } from '../format.js';
import { t } from '../i18n.js';
import { rowLink } from './area-link.js';
import { card } from './card.js';
import { choice } from './choice.js';
import { liveAnswer } from './live-answer.js';
import { scenarioBars } from './scenario-bars.js';

const scenarios = columnsOf('Scenarios');

const kinds = {
  'ageing': {
    sliders: () => ({ points: { label: t('live.points'), standard: 1, min: -5, max: 20, step: 0.5, text: value => t('live.pointsValue', { points: visitsSigned(value) }) } }),
    body: ({ points }) => ({ kind: 'ageing', points }),
  },
  'surge': {
    takesService: true,
    sliders: () => ({ factor: { label: t('live.factor'), standard: 1.2, min: 0.5, max: 2, step: 0.05, text: value => percent(value) } }),
    body: ({ factor }, area, service) => ({ kind: 'surge', factor, areas: area.level === 'city' ? undefined : [area.code], services: service ? [service] : undefined }),
  },
  'new-centre': {
    takesService: true, needsService: true, community: true,
    sliders: () => ({ capacity: { label: columnsOf('Allocations').label('extraCapacity'), standard: 20, min: 0, max: 200, step: 5, text: count } }),
    body: ({ capacity }, area, service) => ({ kind: 'newCentre', community: area.code, service, capacity }),
  },
  'closed-centre': {
    takesService: true, needsService: true, community: true,
    sliders: () => ({ moved: { label: t('live.moved'), standard: 60, min: 0, max: 100, step: 5, text: value => percent(value / 100) } }),
    body: ({ moved }, area, service) => ({ kind: 'closedCentre', community: area.code, service, moved: moved / 100 }),
  },
};

/**
 * A what-if as strong as the reader likes, for an area. Centres open and close where the area is a community.
 * @param {{city: object, area: object, page: string, kind?: string, service?: string, hrefOf: (changes: object) => string}} settings
 */
export function liveScenario({ city, area, page, kind, service, hrefOf }) {
  const offered = Object.keys(kinds).filter(each => !kinds[each].community || area.level === 'community');
  const chosen = offered.includes(kind) ? kind : offered[0];
  const { sliders, body, takesService, needsService } = kinds[chosen];
  const services = city.scopes.filter(scope => scope.level === 'service');
  const of = takesService ? services.find(scope => scope.code === service)?.code ?? (needsService ? services[0].code : undefined) : undefined;
  const finest = levels[Math.min(levels.indexOf(area.level) + 1, levels.length - 1)];
  const within = new Set(city.children(area).map(child => child.code));
  const own = row => row.level === area.level && row.area === area.code;
  const wholeOf = answer => answer.rows.find(row => own(row) && row.service === 'all');
  return liveAnswer({
    page,
    title: t('live.scenario'),
    lead: t(area.level === 'community' ? 'live.scenarioLead' : 'live.scenarioLeadAbove'),
    sliders: sliders(),
    beside: [kindChoice(), takesService ? serviceChoice() : null].filter(Boolean),
    ask: (values, signal) => question('scenarios', { ...body(values, area, of), level: finest, run: city.run.run }, signal),
    tell: answer => {
      const whole = wholeOf(answer);
      if (!whole) return t('scenarios.empty');
      return t(whole.shortageChange === null ? 'live.scenarioToldDemand' : 'live.scenarioTold', { demand: visitsSigned(whole.demandChange), shortage: visitsSigned(whole.shortageChange) });
    },
    draw: answer => {
      const rows = answer.rows.filter(row => own(row) && row.serviceLevel === 'service');
      const below = answer.rows.filter(row => row.level === finest && within.has(row.area) && row.service === 'all');
      return [
        rows.length ? card('live-services', t('live.services'), [scenarioBars(rows, places.label('serviceName'), row => data(city.nameOf(row)))]) : null,
        below.length ? card('live-places', t('live.places'), [scenarioBars(below, places.label('areaName'), row => rowLink(city, row, each => hrefOf({ area: each.key })))]) : null,
      ];
    },
  });

  function kindChoice() {
    return choice({ label: scenarios.label('scenario'), value: chosen, options: offered.map(value => ({ value, text: scenarioName(value) })), onChoose: value => { location.hash = hrefOf({ what: value }); } }).node;
  }

  function serviceChoice() {
    const options = services.map(scope => ({ value: scope.code, text: city.serviceName(scope), data: true }));
    return choice({ label: places.label('serviceName'), value: of ?? '', options: needsService ? options : [{ value: '', text: places.known('service', 'all') }, ...options], onChoose: value => { location.hash = hrefOf({ service: value }); } }).node;
  }
}

/** What a scenario is called. */
export const scenarioName = code => capital(scenarios.known('scenario', code) ?? code);
