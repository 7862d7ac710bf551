// What the tables' columns are called and mean, and how their values read. The server declares it; the page has no words of its own for it.
import { columns as ask } from './api.js';
import { data, element, told } from './dom.js';
import * as format from './format.js';
import { t } from './i18n.js';

let tables = new Map();

/** Reads the columns in a language, before anything is shown in it. */
export async function readColumns(language) {
  tables = new Map((await ask(language)).map(({ table, columns }) => [table, new Map(columns.map(column => [column.name, column]))]));
}

// Figures by their unit; those with a sign are differences. Integers without a unit are counts, other figures ratios.
const figures = {
  personVisits: format.visits, personVisitsPerDay: format.visits,
  share: format.percentFine, probability: format.percent, ofActuals: format.percentFine, percent: format.percentOf,
  indexPoints: format.fine, likert: format.fine, points: format.fine, complaintsPerThousand: format.fine, ofTheRow: format.fine,
};
const signed = {
  personVisits: format.visitsSigned, personVisitsPerDay: format.visitsSigned,
  share: format.percentSignedFine, ofActuals: format.percentSignedFine, percent: format.percentOf,
};
const others = { day: format.dateOfYear, instant: format.time, integer: format.count };

function readerOf(column) {
  if (column.isSigned) return signed[column.unit] ?? format.signed;
  return figures[column.unit] ?? others[column.type] ?? (column.unit === 'none' ? format.ratio : format.count);
}

/** A code's word as a heading or a name begins. */
export const capital = word => (typeof word === 'string' ? word.charAt(0).toLocaleUpperCase() + word.slice(1) : word);

/**
 * The columns of a table. Each method takes names of columns; `DashboardColumnTests` holds those in the sources against the declarations.
 * @param {string} table name of a public table
 */
export function columnsOf(table) {
  const find = name => {
    const column = tables.get(table)?.get(name);
    if (!column) throw new Error(`Table ${table} has no column ${name}.`);
    return column;
  };
  const isFigure = ({ type }) => type === 'number' || type === 'integer';
  const known = (name, code) => find(name).codes?.[code];
  const word = (name, code) => known(name, code) ?? (code ? data(code) : '–');
  const read = (name, value) => {
    const column = find(name);
    if (column.codes) return word(name, value);
    if (column.type === 'message') return told(value);
    return column.type === 'text' ? data(value) : readerOf(column)(value);
  };
  return {
    /** The heading over the values. */
    label: name => find(name).label,

    /** How the column's figures, days or moments read. */
    figure: name => readerOf(find(name)),

    /** A value of a row as text or node. */
    read: (row, name) => read(name, row[name]),

    /** The word for a code; a code without a word, such as an upload's own, stays as it is. */
    word,

    /** The word for a code; undefined where it has none. */
    known,

    /** Two figures of a row as a range; a dash where either is unknown. */
    range: (row, low, high) => (row[low] === null || row[high] === null ? '–'
      : t('range', { low: read(low, row[low]), high: read(high, row[high]) })),

    /** A figure of a row with its interval in brackets, where that is known. */
    ranged: (row, name, low, high) => (row[name] === null || row[low] === null || row[high] === null ? read(name, row[name])
      : t('withRange', { value: read(name, row[name]), low: read(low, row[low]), high: read(high, row[high]) })),

    /** Two figures of a row, one before and one after. */
    change: (row, before, after) => (row[before] === null || row[after] === null ? '–'
      : t('beforeAfter', { before: read(before, row[before]), after: read(after, row[after]) })),

    /** A column of `dataTable`: heading, help and values; `more` overrides any of these. */
    show: (name, more = {}) => {
      const column = find(name);
      return {
        label: column.label,
        help: capital(column.help),
        number: isFigure(column),
        whole: column.type === 'day' || column.type === 'instant',
        wrap: column.type === 'message',
        value: row => read(name, row[name]),
        ...more,
      };
    },
  };
}

/** The columns of areas and services, which all tables of a run share. */
export const places = columnsOf('Forecasts');
