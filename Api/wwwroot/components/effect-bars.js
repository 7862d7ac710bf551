import { data, element } from '../dom.js';
import { count, dateOfYear, fine, percentOf, signed } from '../format.js';
import { code, say, t } from '../i18n.js';
import { intervalBars } from './interval-bars.js';

/** Measures by their effect on one outcome in percent, the newest first, with its interval and what the handbook reports of such measures. */
export const effectBars = (rows, outcome) => intervalBars({
  caption: t(`improvements.caption.${outcome}`),
  label: t('improvements.measure'),
  measure: t('improvements.relative'),
  figure: percentOf,
  empty: t('improvements.empty'),
  signed: true,
  wrap: true,
  columns: [t('interval95'), t('handbook'), t('improvements.verdict'), t('improvements.effect'), t('improvements.change'), t('improvements.controls')],
  rows: [...rows].sort((a, b) => b.start.localeCompare(a.start) || a.area.localeCompare(b.area)).map(row => ({
    name: element('span', {}, say('improvements.name', { measure: data(row.measure), area: data(row.areaName), start: dateOfYear(row.start) })),
    value: row.relativeEffect,
    low: row.relativeLower95,
    high: row.relativeUpper95,
    mark: row.handbookEffect,
    figures: [range(percentOf, row.relativeLower95, row.relativeUpper95), percentOf(row.handbookEffect), code('verdict', row.verdict), effect(row), change(row), count(row.controls)],
  })),
});

const range = (figure, low, high) => (low === null || high === null ? '–' : t('range', { low: figure(low), high: figure(high) }));

const effect = row => (row.effect === null ? '–' : row.effectLower95 === null || row.effectUpper95 === null ? signed(row.effect)
  : t('withRange', { value: signed(row.effect), low: signed(row.effectLower95), high: signed(row.effectUpper95) }));

const change = row => (row.before === null || row.after === null ? '–' : t('improvements.beforeAfter', { before: fine(row.before), after: fine(row.after) }));
