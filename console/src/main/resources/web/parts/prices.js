import { html, nothing } from 'lit';
import { get } from '../lib/api.js';
import { PageElement } from '../lib/element.js';
import { count, line, visible } from '../lib/format.js';

const SHOWN = 25;

/** The prices of models that the console has, those of a name first looked for. */
class Prices extends PageElement {
  static properties = { found: { state: true }, wanted: { state: true }, error: { state: true } };

  constructor() {
    super();
    this.wanted = '';
  }

  connectedCallback() {
    super.connectedCallback();
    get('/api/v1/prices').then((found) => { this.found = { ...found, prices: known(found.prices) }; }, (e) => { this.error = e; });
  }

  render() {
    const lines = (this.found?.prices ?? []).filter((price) => `${price.provider ?? ''} ${price.model}`.toLowerCase().includes(this.wanted.toLowerCase()));
    return html`<div class="row spread"><h2>Prices</h2><input type="search" aria-label="Model or provider" placeholder="Model or provider" .value=${this.wanted} @input=${(event) => { this.wanted = event.target.value; }}></div>
      <p class="small">US dollars for a million tokens${this.found?.asOf ? html`, as of ${this.found.asOf}` : nothing}. Own prices: <code>narrative.llm.prices</code>; without one: <code>narrative prices missing</code>.</p>
      ${this.error ? html`<p class="muted">${visible(this.error.message)}</p>` : html`<table class="rows" role="table" aria-label="Prices"><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Model</th><th role="columnheader" scope="col">Provider</th>
        ${['Input', 'Output', 'Cache read', 'Cache written'].map((name) => html`<th role="columnheader" scope="col" class="number">${name}</th>`)}</tr></thead>
        <tbody role="rowgroup">${lines.slice(0, SHOWN).map((price) => html`<tr role="row"><td role="cell" class="mono">${line(price.model, 80)}</td><td role="cell">${line(price.provider ?? 'any', 40)}</td>
          ${[price.input, price.output, price.cachedRead, price.cachedWrite].map((value) => html`<td role="cell" class="number">${value === undefined ? '–' : `$${value}`}</td>`)}</tr>`)}</tbody></table>
        ${lines.length > SHOWN ? html`<p class="small muted">${count(lines.length - SHOWN)} more; look for one by its name.</p>` : nothing}`}`;
  }
}

/** Those with a price, by provider and model; the others only say that there is none. */
function known(prices) {
  return prices.filter((price) => price.input !== undefined)
    .sort((a, b) => (a.provider ?? '').localeCompare(b.provider ?? '') || a.model.localeCompare(b.model));
}

customElements.define('narrative-prices', Prices);
