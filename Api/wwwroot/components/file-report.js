import { data, element, told } from '../dom.js';
import { count } from '../format.js';
import { t } from '../i18n.js';
import { dataTable } from './data-table.js';
import { details } from './details.js';
import { sentenceList } from './sentence-list.js';

/**
 * How a file is understood, part by part: what it is, its columns, its first facts, its account, and a mapping to begin with.
 * @param {object} report as `POST /api/inspect` answers it
 * @returns {Node[]}
 */
export const fileReport = report => [
  sentences(report),
  understanding(report),
  report.columns.length ? details(t('check.columns', { count: report.columns.length }), () => columnTable(report.columns), true) : null,
  report.facts.length ? details(t('check.facts'), () => factTable(report), true) : null,
  report.mapping ? mapping(report) : null,
].filter(Boolean);

const sentences = ({ problem, notes, account }) => sentenceList([
  ...(problem ? [problem] : []).map(message => ({ tone: 'alert', text: [told(message)] })),
  ...(problem ? [] : notes).map(message => ({ tone: 'note', text: [told(message)] })),
  ...(account?.doubts ?? []).map(message => ({ tone: 'note', text: [told(message)] })),
]);

function understanding(report) {
  const lines = [
    [t('check.format'), [report.format, report.packing, report.encoding].filter(Boolean).map((part, place) => [place ? ', ' : '', data(part)])],
    [t('check.delimiter'), report.delimiter === null ? null : delimiter(report.delimiter)],
    ...report.sheets.map(sheet => [t('check.sheet'), [data(sheet.name), ': ', sheet.leftOut ? told(sheet.leftOut) : t('check.rows', { count: sheet.rows, rows: count(sheet.rows) })]]),
    [t('check.header'), report.headerRow === null ? null : count(report.headerRow)],
    ...report.datasets.map(({ dataset, why }, place) => [t(place ? 'check.or' : 'check.fits'), [data(dataset), ': ', told(why)]]),
    ...report.reading.map(message => [t('check.values'), told(message)]),
    ...(report.account?.assumptions ?? []).map(message => [t('check.assumed'), told(message)]),
    ...(report.problem ? [] : accountLines(report.account)),
  ];
  return element('dl', { class: 'lines' }, ...lines.filter(([, value]) => value !== null && value.length !== 0).flatMap(([label, value]) => [element('dt', {}, label), element('dd', {}, value)]));
}

const accountLines = account => (account === null ? [] : [
  [t('check.account'), t('check.sum', { read: count(account.read), kept: count(account.kept), rejected: count(account.rejected), duplicates: count(account.duplicates) })],
  ...account.reasons.map(({ message, rows }) => [t('check.reason'), [told(message), ': ', count(rows)]]),
]);

const delimiter = sign => ({ '\t': t('check.tab'), ' ': t('check.space') }[sign] ?? data(sign));

const columnTable = columns => dataTable({
  caption: t('check.columnsCaption'),
  empty: '',
  tall: true,
  rows: columns,
  columns: [
    { label: t('check.name'), value: one => one.name, data: true, wrap: true },
    { label: t('check.type'), value: one => t(`check.types.${one.type}`) },
    { label: t('check.empty'), value: one => count(one.empty), number: true },
    { label: t('check.samples'), value: one => each(one.samples.map(sample => data(sample.text))), wrap: true },
    { label: t('check.means'), value: one => (one.means ? data(one.means) : '') },
    { label: t('check.readAs'), value: one => (one.means ? each(one.samples.map(readAs)) : ''), wrap: true },
  ],
});

const readAs = ({ readAs: value, fault }) => (fault ? told(fault) : data(value));

const each = nodes => nodes.map(node => element('div', {}, node));

function factTable({ factColumns, facts }) {
  const shown = factColumns.map((name, place) => ({ name, place })).filter(({ place }) => facts.some(fact => fact[place] !== null));
  return dataTable({
    caption: t('check.factsCaption'),
    empty: '',
    rows: facts,
    columns: shown.map(({ name, place }) => ({ label: data(name), value: fact => fact[place] ?? '', data: true })),
  });
}

// The address holds until the page is left.
function mapping({ file, mapping: text }) {
  const name = `${file.replace(/\.[^.]*$/, '')}.mapping.json`;
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  return element('div', { class: 'stack' },
    element('p', {}, t('check.mappingLead')),
    element('p', {}, element('a', { class: 'button', href: address, download: name }, t('check.download', { file: name }))),
    details(t('check.mapping'), () => element('pre', { class: 'source', tabindex: 0, translate: 'no' }, text)));
}
