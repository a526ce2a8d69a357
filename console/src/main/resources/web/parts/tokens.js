import { html, nothing } from 'lit';
import { get, send } from '../lib/api.js';
import { PageElement } from '../lib/element.js';
import { line, time, exact, visible } from '../lib/format.js';
import './copy-button.js';

const ROLES = { viewer: 'viewer: reads', editor: 'editor: also judges and records', ingest: 'ingest: only sends spans', admin: 'admin: everything' };

/** The console's tokens: listed, made and taken back. */
class Tokens extends PageElement {
  static properties = { tokens: { state: true }, made: { state: true }, asked: { state: true }, error: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  async load() {
    await this.attempt(async () => { this.tokens = (await get('/api/v1/tokens')).tokens; });
  }

  render() {
    return html`<h2>Tokens</h2>
      ${this.error ? html`<p class="notice warning" role="alert" dir="auto">${visible(this.error.message)}</p>` : nothing}
      ${this.made ? html`<div class="notice" role="status"><p>The token of <strong dir="auto">${visible(this.made.name)}</strong>; it is not shown again:</p>
        <div class="row"><code class="secret">${this.made.secret}</code><narrative-copy .text=${this.made.secret} label="Copy the token"></narrative-copy></div></div>` : nothing}
      ${this.tokens?.length ? html`<table class="rows" role="table" aria-label="Tokens"><thead role="rowgroup"><tr role="row">${['Name', 'Role', 'Id', 'Made', 'Good until', 'Revoke'].map((name) => html`<th role="columnheader" scope="col">${name}</th>`)}</tr></thead>
        <tbody role="rowgroup">${this.tokens.map((token) => html`<tr role="row"><td role="cell" dir="auto">${line(token.name, 100)}</td><td role="cell">${token.role}</td><td role="cell" class="mono">${token.id}</td>
          <td role="cell" title=${exact(token.created)}>${time(token.created)}</td><td role="cell" class=${token.expired ? 'status-error' : ''}>${token.expired ? 'expired' : token.expires ? time(token.expires) : 'for ever'}</td>
          <td role="cell">${this.asked === token.id ? html`<button type="button" class="primary" @click=${() => this.revoke(token.id)}>Revoke now</button> <button type="button" class="quiet" @click=${() => { this.asked = undefined; }}>Keep</button>`
            : html`<button type="button" aria-label="Revoke the token ${visible(token.name)}" @click=${() => { this.asked = token.id; }}>Revoke…</button>`}</td></tr>`)}</tbody></table>`
        : html`<p class="muted small">There is none. On this machine's own address none is needed; anywhere else one is asked for.</p>`}
      <form class="row" @submit=${this.create} aria-label="New token">
        <input name="name" required maxlength="100" placeholder="Whose, or what for" aria-label="Name" autocomplete="off">
        <select name="role" aria-label="Role">${Object.entries(ROLES).map(([role, said]) => html`<option value=${role}>${said}</option>`)}</select>
        <select name="expires" aria-label="Good for">${[['30d', '30 days'], ['90d', '90 days'], ['365d', 'a year'], ['', 'for ever']].map(([value, said]) => html`<option value=${value}>${said}</option>`)}</select>
        <button>Make a token</button></form>`;
  }

  async create(event) {
    event.preventDefault();
    const form = event.target;
    await this.attempt(async () => {
      this.made = await send('POST', '/api/v1/tokens', Object.fromEntries(new FormData(form)));
      form.reset();
    });
    await this.load();
  }

  async revoke(id) {
    this.asked = undefined;
    await this.attempt(() => send('DELETE', `/api/v1/tokens/${id}`));
    await this.load();
  }

  async attempt(work) {
    try {
      await work();
      this.error = undefined;
    } catch (e) {
      this.error = e;
    }
  }
}

customElements.define('narrative-tokens', Tokens);
