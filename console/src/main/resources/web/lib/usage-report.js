import { cost, count, duration, percent, visible } from './format.js';

const COLUMNS = ['key', 'calls', 'errors', 'inputTokens', 'outputTokens', 'cost', 'unpriced', 'p50Ms', 'p95Ms', 'p99Ms', 'firstTokenMs'];

/** A report of usage as CSV: plain figures, a row for each group. */
export function csv(by, stats) {
  const rows = [[by, ...COLUMNS.slice(1)], ...stats.map((row) => COLUMNS.map((column) => row[column] ?? ''))];
  return rows.map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

/** A spreadsheet takes a text that begins so for a formula. */
function cell(value) {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A report of usage as Markdown, to be read. */
export function markdown(title, by, stats) {
  const sum = (field) => stats.reduce((total, row) => total + (row[field] ?? 0), 0);
  const lines = [
    `# ${title}`, '',
    `${count(sum('calls'))} calls, ${count(sum('errors'))} failed (${percent(sum('errors'), sum('calls'))}), ${count(sum('inputTokens'))} tokens in, ${count(sum('outputTokens'))} out, ${cost(sum('cost'))}.`, '',
    `| ${by} | calls | errors | tokens in | tokens out | cost | median | 95 % | 99 % | first token |`,
    '|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|',
    ...stats.map((row) => `| ${visible(row.key || 'not known').replace(/([\\|`*_<>\[\]])/g, '\\$1').replace(/\s+/g, ' ')} | ${count(row.calls)} | ${count(row.errors)} | ${count(row.inputTokens)} | ${count(row.outputTokens)} | ${cost(row.cost)} | ${duration(row.p50Ms)} | ${duration(row.p95Ms)} | ${duration(row.p99Ms)} | ${duration(row.firstTokenMs)} |`),
  ];
  return `${lines.join('\n')}\n`;
}

/** Hands a text to the visitor as a file. */
export function download(name, type, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
