import { html, nothing } from 'lit';
import { connection, get } from '../lib/api.js';
import { PageElement } from '../lib/element.js';
import { ago, count, duration, exact, line, percent, visible } from '../lib/format.js';
import { problem } from '../parts/problem.js';

const EVERY_MILLIS = 20_000;

const EXAMPLE = `slow.when   = p95 > 2s
slow.over   = 1h
slow.where  = model=gpt-4o
budget.when = cost > 20
budget.over = 1d`;

/** The rules of alerts.properties and how they stand. */
class AlertsPage extends PageElement {
  static properties = { found: { state: true }, error: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.whileConnected(connection, 'back', () => this.load());
    this.clock = setInterval(() => this.load(), EVERY_MILLIS);
    this.load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.clock);
  }

  async load() {
    try {
      this.found = await get('/api/v1/alerts');
      this.error = undefined;
    } catch (e) {
      this.error = e;
    }
  }

  render() {
    return html`<div class="page-head"><h1>Alerts</h1></div>
      ${this.error && !this.found ? problem(this.error, { again: () => this.load() }) : !this.found ? html`<p class="muted" aria-busy="true">…</p>` : html`
      ${this.found.problems.length ? html`<section class="notice warning"><h2>Rules that are left out</h2><ul>${this.found.problems.map((text) => html`<li dir="auto">${visible(text)}</li>`)}</ul></section>` : nothing}
      ${this.found.alerts.length ? this.table() : nothing}
      <section class="about-page"><h2>${this.found.alerts.length ? 'More rules' : 'No rules yet'}</h2>
        <p>Rules stand in <code>alerts.properties</code> in the console's directory, <code>.console</code> in the first journal. They are read again each minute.</p>
        <pre tabindex="0" aria-label="Example of rules">${EXAMPLE}</pre></section>`}`;
  }

  table() {
    return html`<table class="rows" role="table" aria-label="Alerts"><thead role="rowgroup"><tr role="row">${['State', 'Rule', 'Now', 'Threshold', 'Since'].map((name) => html`<th role="columnheader" scope="col">${name}</th>`)}</tr></thead>
      <tbody role="rowgroup">${[...this.found.alerts].sort((a, b) => (b.status === 'firing') - (a.status === 'firing')).map((alert) => html`<tr role="row">
        <td role="cell">${alert.status === 'firing' ? html`<span class="badge status-error"><span aria-hidden="true">▲</span> firing</span>` : html`<span class="badge status-ok"><span aria-hidden="true">✓</span> ok</span>`}</td>
        <td role="cell" class="trace"><div class="name"><strong dir="auto">${line(alert.name, 80)}</strong></div><div class="about bare" dir="auto">${line(alert.when, 200)}</div></td>
        <td role="cell" data-label="Now">${value(alert, alert.value)}</td><td role="cell" data-label="Threshold">${value(alert, alert.threshold)}</td>
        <td role="cell" data-label="Since">${alert.since ? html`<time datetime=${alert.since} title=${exact(alert.since)}>${ago(alert.since)}</time>` : '–'}</td></tr>`)}</tbody></table>`;
  }
}

/** A figure in the unit of what the rule looks at. */
function value(alert, number) {
  if (number === undefined) {
    return '–';
  }
  const what = String(alert.when).trim();
  return /^p\d/.test(what) ? duration(number) : what.startsWith('cost') ? `$${number}` : what.startsWith('error-rate') ? percent(number, 100) : count(number);
}

customElements.define('narrative-alerts-page', AlertsPage);
