import { html, nothing } from 'lit';
import { PageElement } from '../../lib/element.js';
import { cost, count, duration, line, tokens } from '../../lib/format.js';
import { statistics } from '../model/statistics.js';

const SHOWN = 300;
const millis = (value) => (Number.isNaN(value) ? '–' : duration(value));
const COLUMNS = [
  ['name', 'Span', (row) => line(row.name, 120)],
  ['type', 'Type', (row) => line(row.type, 20)],
  ['count', 'Count', (row) => count(row.count)],
  ['total', 'Total', (row) => millis(row.total)],
  ['self', 'Itself', (row) => millis(row.self)],
  ['p50', 'p50', (row) => millis(row.p50)],
  ['p95', 'p95', (row) => millis(row.p95)],
  ['errors', 'Errors', (row) => (row.errors ? count(row.errors) : '')],
  ['inputTokens', 'Tokens', (row) => (row.inputTokens || row.outputTokens ? tokens(row.inputTokens, row.outputTokens) : '')],
  ['cost', 'Cost', (row) => (Number.isNaN(row.cost) ? '' : cost(row.cost))],
];

/** The spans of a trace by name: how many, how long, at what cost. Event: `find` with a name. */
class SpanStatistics extends PageElement {
  static properties = { view: { attribute: false }, by: { state: true }, up: { state: true } };

  constructor() {
    super();
    this.by = 'self';
    this.up = false;
  }

  willUpdate(changed) {
    if (changed.has('view')) {
      this.rows = statistics(this.view.model, this.view.selfTimes());
    }
    this.rows.sort((a, b) => compare(a[this.by], b[this.by]) * (this.up ? 1 : -1));
  }

  render() {
    return html`<div class="span-statistics" tabindex="0" role="region" aria-label="Statistics"><table class="span-table">
      <thead><tr>${COLUMNS.map(([key, name], i) => html`<th class=${i > 1 ? 'number' : ''} aria-sort=${this.by === key ? (this.up ? 'ascending' : 'descending') : nothing}>
        <button type="button" class="link" @click=${() => this.sort(key)}>${name}${this.by === key ? (this.up ? ' ↑' : ' ↓') : ''}</button></th>`)}</tr></thead>
      <tbody>${this.rows.slice(0, SHOWN).map((row) => html`<tr class="type-${row.type}">${COLUMNS.map(([key, , text], i) => html`
        <td class="${i > 1 ? 'number' : ''} ${key === 'errors' && row.errors ? 'failed' : ''}">${key === 'name'
          ? html`<button type="button" class="link" title="Show these spans" @click=${() => this.dispatchEvent(new CustomEvent('find', { detail: row.name }))}>${text(row)}</button>`
          : text(row)}</td>`)}</tr>`)}</tbody></table>
      ${this.rows.length > SHOWN ? html`<p class="muted small">The first ${SHOWN} of ${count(this.rows.length)} names.</p>` : nothing}</div>`;
  }

  sort(key) {
    this.up = this.by === key ? !this.up : key === 'name' || key === 'type';
    this.by = key;
  }
}

function compare(a, b) {
  if (typeof a === 'string') {
    return a < b ? -1 : a > b ? 1 : 0;
  }
  return (Number.isNaN(a) ? -1 : a) - (Number.isNaN(b) ? -1 : b);
}

customElements.define('narrative-span-statistics', SpanStatistics);
