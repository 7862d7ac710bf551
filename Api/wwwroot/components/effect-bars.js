import { columnsOf } from '../columns.js';
import { data, element } from '../dom.js';
import { dateOfYear } from '../format.js';
import { say, t } from '../i18n.js';
import { intervalBars } from './interval-bars.js';

const improvements = columnsOf('Improvements');

/** Measures by their effect on one outcome in percent, the newest first, with its interval and what the handbook reports of such measures. */
export const effectBars = (rows, outcome) => intervalBars({
  caption: t(`improvements.caption.${outcome}`),
  label: improvements.label('measure'),
  name: row => element('span', {}, say('improvements.name', { measure: data(row.measure), area: data(row.areaName), start: dateOfYear(row.start) })),
  measure: improvements.show('relativeEffect'),
  bar: effectBar,
  empty: t('improvements.empty'),
  signed: true,
  wrap: true,
  rows: [...rows].sort((a, b) => b.start.localeCompare(a.start) || a.area.localeCompare(b.area)),
  columns: [
    ...comparison(),
    improvements.show('effect', { value: row => improvements.ranged(row, 'effect', 'effectLower95', 'effectUpper95') }),
    { label: t('improvements.change'), number: true, value: row => improvements.change(row, 'before', 'after') },
    improvements.show('controls'),
  ],
});

/** The bar of a row's relative effect. */
export const effectBar = row => ({ value: row.relativeEffect, low: row.relativeLower95, high: row.relativeUpper95, mark: row.handbookEffect });

/** The columns that part an effect from chance and set it beside the handbook's. */
export const comparison = () => [
  { label: t('interval95'), number: true, value: row => improvements.range(row, 'relativeLower95', 'relativeUpper95') },
  improvements.show('handbookEffect'),
  improvements.show('verdict'),
];
