import { html, nothing } from 'lit';
import { PageElement } from '../lib/element.js';
import { chosen, FIELDS, NAMES, SPANS, STATUSES } from '../lib/filters.js';
import { visible } from '../lib/format.js';
import { change } from '../lib/route.js';
import './saved-views.js';

/** The form that says which traces are shown. What it says stands in the address. */
class TraceFilters extends PageElement {
  static properties = { query: { attribute: false }, words: { type: Boolean }, page: {} };

  constructor() {
    super();
    this.words = true;
  }

  render() {
    const { query } = this;
    const more = FIELDS.filter((field) => query[field.name]).length;
    return html`<form class="filters" role="search" aria-label="Filters" @submit=${this.submit}>
      <div class="row">
        ${this.words ? html`<input type="search" name="text" class="words" .value=${query.text ?? ''} aria-label="Words in names, errors, inputs and outputs"
          placeholder="Words in names, inputs, outputs…" autocomplete="off">` : nothing}
        <select name="status" aria-label="Status" @change=${this.submit}>
          <option value="" ?selected=${!query.status}>any status</option>
          ${STATUSES.map((status) => html`<option value=${status} ?selected=${query.status === status}>${status}</option>`)}
        </select>
        <select name="since" aria-label="Started within" @change=${this.submit}>
          ${SPANS.map(([value, name]) => html`<option value=${value} ?selected=${(query.since ?? '') === value}>${name}</option>`)}
          ${query.since && !SPANS.some(([value]) => value === query.since) ? html`<option value=${query.since} selected>since ${query.since}</option>` : nothing}
        </select>
        <details class="menu" @keydown=${this.key}>
          <summary class="button">Filters${more ? html` <span class="muted">${more}</span>` : nothing}</summary>
          <div class="menu-body fields">
            ${FIELDS.map((field) => html`<label><span>${field.label}</span>
              <input name=${field.name} .value=${query[field.name] ?? ''} placeholder=${field.example} autocomplete="off" spellcheck="false"></label>`)}
            <button class="primary">Show</button>
          </div>
        </details>
        ${this.page ? html`<narrative-saved-views page=${this.page}></narrative-saved-views>` : nothing}
        <button class="visually-hidden" tabindex="-1">Search</button>
      </div>
      ${this.chips()}
    </form>`;
  }

  chips() {
    const set = chosen(this.query).filter(({ name }) => !['text', 'status', 'since'].includes(name));
    return set.length ? html`<ul class="row chips" aria-label="Chosen filters">
      ${set.map(({ name, label, value }) => html`<li class="chip"><span class="muted">${label}</span> <bdi>${visible(value)}</bdi>
        <button type="button" class="quiet" aria-label="Take away ${label} ${visible(value)}" @click=${() => change({ [name]: '' })}>✕</button></li>`)}
      <li><button type="button" class="quiet small" @click=${() => change(Object.fromEntries(NAMES.map((name) => [name, ''])))}>Clear all</button></li></ul>` : nothing;
  }

  submit(event) {
    event.preventDefault();
    const form = this.querySelector('form');
    const said = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value).trim()]));
    this.querySelectorAll('details').forEach((menu) => { menu.open = false; });
    change({ ...said, peek: '' });
  }

  key(event) {
    if (event.key === 'Escape' && event.currentTarget.open) {
      event.stopPropagation();
      event.currentTarget.open = false;
      event.currentTarget.querySelector('summary').focus();
    }
  }

  /** Puts the cursor where words are searched. */
  search() {
    this.querySelector('[name="text"]')?.focus();
  }

  /** Fields follow the address, also where a visitor has typed and then gone back. */
  updated(changed) {
    if (changed.has('query')) {
      this.querySelectorAll('input[name], select[name]').forEach((field) => { field.value = this.query[field.name] ?? ''; });
    }
  }
}

customElements.define('narrative-trace-filters', TraceFilters);
