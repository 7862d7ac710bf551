// A run's periods as a planner reads them: days, weeks from Monday, or months. Runs of earlier versions knew days alone.
import { date, dayOfMonth, month, monthOfYear } from './format.js';
import { t } from './i18n.js';

/** How many periods, in words: 12 months. */
export const span = (frequency, count) => t(`span.${frequency || 'day'}`, { count });

/** Visits a day, week or month: the unit of a chart. */
export const visitsUnit = frequency => t(`fan.unit.${frequency || 'day'}`);

/** A period by its first day. */
export const periodDate = (frequency, first) => (frequency === 'month' ? month(first) : date(first));

/** The same where there is little room. */
export const periodTick = (frequency, first) => (frequency === 'month' ? monthOfYear(first) : dayOfMonth(first));

/** Milliseconds between two ticks of an axis, at least. */
export const leastTick = frequency => ({ week: 28, month: 28 }[frequency] ?? 7) * 86_400_000;
