import { html, nothing } from 'lit';
import { PageElement } from '../../lib/element.js';
import { count, visible } from '../../lib/format.js';
import { copyButton } from '../view/copy-button.js';

const LONGEST = 400;
/** Fewer than that are seen at a glance. */
const FILTERED_ABOVE = 8;

/** Names and values, with a filter for many. */
class Attributes extends PageElement {
  static properties = { pairs: { attribute: false }, filter: { state: true }, opened: { state: true } };

  constructor() {
    super();
    this.filter = '';
    this.opened = new Set();
  }

  render() {
    const all = Object.entries(this.pairs).sort(([a], [b]) => (a < b ? -1 : 1));
    const wanted = this.filter.toLowerCase();
    const shown = all.filter(([key, value]) => key.toLowerCase().includes(wanted) || asText(value).toLowerCase().includes(wanted));
    return html`${all.length > FILTERED_ABOVE ? html`<input type="search" class="attribute-filter" aria-label="Filter attributes"
        placeholder="Filter ${count(all.length)} attributes" @input=${(e) => { this.filter = e.target.value; }}>` : nothing}
      <dl class="attributes">${shown.map(([key, value]) => this.one(key, asText(value)))}</dl>
      ${shown.length === 0 ? html`<p class="muted small">${all.length ? 'No attribute is like that.' : 'It has none.'}</p>` : nothing}`;
  }

  one(key, text) {
    const cut = text.length > LONGEST && !this.opened.has(key);
    return html`<div><dt>${visible(key)}</dt><dd><span class="value">${visible(cut ? text.slice(0, LONGEST) + '…' : text)}</span>
      ${cut ? html`<button type="button" class="link" @click=${() => { this.opened = new Set(this.opened).add(key); }}>all ${count(text.length)} characters</button>` : nothing}
      ${copyButton(text, `Copy ${key}`)}</dd></div>`;
  }
}

function asText(value) {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

customElements.define('narrative-attributes', Attributes);
