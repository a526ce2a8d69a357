import { html, nothing } from 'lit';
import { connection, get } from '../lib/api.js';
import { PageElement } from '../lib/element.js';
import { exact, line, time, visible } from '../lib/format.js';
import { change } from '../lib/route.js';
import { problem } from '../parts/problem.js';

const MORE = 200;

/** Who read and changed what. */
class AuditPage extends PageElement {
  static properties = { query: { attribute: false }, entries: { state: true }, error: { state: true }, limit: { state: true } };

  constructor() {
    super();
    this.limit = MORE;
  }

  connectedCallback() {
    super.connectedCallback();
    this.whileConnected(connection, 'back', () => this.load());
  }

  willUpdate(changed) {
    if (changed.has('query') || changed.has('limit')) {
      this.load();
    }
  }

  async load() {
    const { who, action } = this.query;
    try {
      this.entries = (await get('/api/v1/audit', { who, action, limit: this.limit })).entries;
      this.error = undefined;
    } catch (e) {
      this.error = e;
    }
  }

  render() {
    const { who, action } = this.query;
    return html`<div class="page-head row spread"><h1>Audit</h1>
        <form class="row" aria-label="Filters" @change=${(event) => change({ [event.target.name]: event.target.value.trim() })} @submit=${(event) => event.preventDefault()}>
          <input name="who" .value=${who ?? ''} placeholder="Token's id" aria-label="Token's id" autocomplete="off">
          <select name="action" aria-label="What was done">${[['', 'everything'], ['read', 'reading'], ['search', 'searching'], ['change', 'changing']].map(([value, name]) => html`<option value=${value} ?selected=${(action ?? '') === value}>${name}</option>`)}</select></form></div>
      ${this.error ? problem(this.error, { again: () => this.load() }) : !this.entries ? html`<p class="muted" aria-busy="true">…</p>` : this.entries.length ? this.table() : html`<section class="empty"><h2>Nothing like that was done</h2></section>`}`;
  }

  table() {
    return html`<table class="rows" role="table" aria-label="Audit log"><thead role="rowgroup"><tr role="row">${['When', 'What', 'Who', 'Role', 'From', 'Answer'].map((name) => html`<th role="columnheader" scope="col">${name}</th>`)}</tr></thead>
      <tbody role="rowgroup">${this.entries.map((entry) => html`<tr role="row">
        <td role="cell" class="started"><time datetime=${entry.time} title=${exact(entry.time)}>${time(entry.time)}</time></td>
        <td role="cell" class="trace"><div class="name"><span class="badge">${visible(entry.action)}</span> <span class="mono cut" dir="auto" title=${visible(entry.what)}>${line(entry.what, 300)}</span></div></td>
        <td role="cell" data-label="Who"><bdi>${visible(entry.name || entry.who || 'nobody')}</bdi></td><td role="cell" data-label="Role">${visible(entry.role || '–')}</td>
        <td role="cell" data-label="From" class="mono">${visible(entry.address)}</td>
        <td role="cell" data-label="Answer" class=${entry.status >= 400 ? 'status-error' : ''}>${entry.status}</td></tr>`)}</tbody></table>
      <p class="more">${this.entries.length >= this.limit ? html`<button type="button" @click=${() => { this.limit += MORE; }}>Load more</button>` : nothing}</p>`;
  }
}

customElements.define('narrative-audit-page', AuditPage);
