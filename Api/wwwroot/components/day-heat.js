import { columnsOf } from '../columns.js';
import { data } from '../dom.js';
import { percent } from '../format.js';
import { say, t } from '../i18n.js';
import { periodDate, periodTick } from '../periods.js';
import { areaLink } from './area-link.js';
import { heatMap } from './heat-map.js';

const expected = columnsOf('Forecasts');
const supplied = columnsOf('SupplyDemand');

/** Areas by day, week or month, of one service: expected visits, shaded by the share of capacity, or of the area's busiest period where no capacity is known. */
export function dayHeat(city, area, scope, supply, forecasts, hrefOf) {
  const days = [...new Set(forecasts.map(row => row.date))].sort();
  const cells = new Map(forecasts.map(row => [`${row.area}|${row.date}`, row.mean]));
  const daily = new Map(supply.filter(row => row.service === scope.code && row.serviceLevel === scope.level).map(row => [row.area, row.capacity / days.length]));
  const busiest = new Map();
  for (const row of forecasts) busiest.set(row.area, Math.max(busiest.get(row.area) ?? 0, row.mean));
  const visits = expected.figure('mean');
  return heatMap({
    caption: say(daily.size ? 'supply.caption.days' : 'supply.caption.daysOnly', { service: data(city.serviceName(scope)), area: data(area.name) }),
    corner: supplied.label('areaName'),
    legend: [percent(0), daily.size ? t('atLeast', { value: percent(1) }) : percent(1)],
    columns: days.map(day => ({ key: day, name: periodTick(city.run.frequency, day) })),
    rows: city.children(area).map(child => ({ key: child.code, name: areaLink(city, child, hrefOf) })),
    cell: (place, day) => {
      const mean = cells.get(`${place}|${day}`);
      if (mean === undefined) return null;
      const most = (daily.size ? daily : busiest).get(place);
      return { text: visits(mean), share: most ? mean / most : 0, hint: t('supply.dayHint', { day: periodDate(city.run.frequency, day), visits: visits(mean), share: most ? percent(mean / most) : '–' }) };
    },
  });
}
