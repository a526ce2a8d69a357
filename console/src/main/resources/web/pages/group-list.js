import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { connection, get } from '../lib/api.js';
import { PageElement } from '../lib/element.js';
import { SPANS } from '../lib/filters.js';
import { ago, cost, count, duration, exact, line, tokens, visible } from '../lib/format.js';
import { live } from '../lib/live.js';
import { change, groupPath } from '../lib/route.js';
import { RowKeys } from '../lib/row-keys.js';
import { belongings, figureCell, statusBadge } from '../parts/badges.js';
import { problem } from '../parts/problem.js';

const PAGE = 50;
const PAUSE_MILLIS = 1_500;

/** What says of a trace where it belongs: for those who see an empty list. */
const HOW = {
  sessions: 'A session comes from the header X-Session-Id, from narrative.session.from, or from a call of the API.',
  stories: 'A story comes from the header X-Story-Id, from narrative.story.from, or from a call of the API.',
  users: 'A user comes from narrative.user.from, or from a call of the API.',
};

/** Sessions, stories or users, those first that were heard of last. */
class GroupList extends PageElement {
  static properties = { kind: {}, one: {}, query: { attribute: false }, found: { state: true }, error: { state: true }, waiting: { state: true } };

  constructor() {
    super();
    this.keys = new RowKeys(this, { search: () => this.querySelector('select')?.focus() });
  }

  connectedCallback() {
    super.connectedCallback();
    this.whileConnected(window, 'keydown', (event) => this.keys.take(event));
    this.whileConnected(connection, 'back', () => this.load());
    this.stop = live.listen({ trace: () => this.later(), reset: () => this.later() });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stop();
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  willUpdate(changed) {
    if (changed.has('kind') || changed.has('query')) {
      this.found = changed.has('kind') ? undefined : this.found;
      this.load();
    }
  }

  async load() {
    const { kind, query } = this;
    try {
      const found = await this.ask();
      if (kind === this.kind && query === this.query) {
        this.found = { groups: found[kind], next: found.next, traces: found.traces, complete: found.complete };
        this.waiting = 0;
        this.error = undefined;
      }
    } catch (e) {
      this.error = e;
    }
  }

  ask(more = {}) {
    const { user, story, since } = this.query;
    return get(`/api/v1/${this.kind}`, { user, story, since, limit: PAGE, ...more });
  }

  async more() {
    const page = await this.ask({ cursor: this.found.next });
    const known = new Set(this.found.groups.map(idOf(this.one)));
    this.found = { ...this.found, next: page.next, groups: [...this.found.groups, ...page[this.kind].filter((group) => !known.has(idOf(this.one)(group)))] };
  }

  /** Rows stay where they are: those that are shown get their new figures, and new ones are offered. */
  later() {
    this.timer ??= setTimeout(async () => {
      this.timer = undefined;
      const id = idOf(this.one);
      try {
        const page = await this.ask();
        const now = new Map(page[this.kind].map((group) => [id(group), group]));
        if (!this.found?.groups.length) {
          this.found = { groups: page[this.kind], next: page.next };
        } else {
          this.found = { ...this.found, groups: this.found.groups.map((group) => now.get(id(group)) ?? group) };
          this.waiting = [...now.keys()].filter((key) => !this.found.groups.some((group) => id(group) === key)).length && [...now.keys()].findIndex((key) => this.found.groups.some((group) => id(group) === key));
        }
      } catch {
        // the banner tells of a lost server
      }
    }, PAUSE_MILLIS);
  }

  render() {
    const title = this.kind[0].toUpperCase() + this.kind.slice(1);
    return html`<div class="page-head row spread"><h1>${title}</h1>
        <div class="row"><span role="status">${this.waiting > 0 ? html`<button type="button" class="primary pill" @click=${() => this.load()}>${count(this.waiting)} new</button>` : nothing}</span>
        <label class="row"><span class="visually-hidden">Heard of within</span><select @change=${(event) => change({ since: event.target.value })}>
          ${SPANS.map(([value, name]) => html`<option value=${value} ?selected=${(this.query.since ?? '') === value}>${name}</option>`)}</select></label></div></div>
      ${this.content()}`;
  }

  content() {
    if (this.error && !this.found) {
      return problem(this.error, { again: () => this.load() });
    }
    if (!this.found) {
      return html`<p class="muted" aria-busy="true">…</p>`;
    }
    if (!this.found.groups.length) {
      return html`<section class="empty"><h2>No ${this.kind} ${this.query.since ? 'in that time' : 'yet'}</h2><p>${HOW[this.kind]}</p><p><a class="button" href="/traces">Traces</a></p></section>`;
    }
    return html`<table class="rows" role="table" aria-label=${this.kind}>
        <thead role="rowgroup"><tr role="row">${['Last', this.one[0].toUpperCase() + this.one.slice(1)].map((name) => html`<th role="columnheader" scope="col">${name}</th>`)}
          ${['Traces', 'Spans', 'Over', 'Tokens', 'Cost'].map((name) => html`<th role="columnheader" scope="col" class="number">${name}</th>`)}<th role="columnheader" scope="col">Status</th></tr></thead>
        <tbody role="rowgroup">${repeat(this.found.groups, idOf(this.one), (group, i) => this.row(group, i))}</tbody></table>
      <p class="more">${this.found.next ? html`<button type="button" @click=${() => this.more()}>Load more</button>` : nothing}
        ${this.found.complete === false ? html`<span class="muted small">Out of the latest ${count(this.found.traces)} traces; choose a time to look at others.</span>` : nothing}</p>`;
  }

  row(group, i) {
    const id = idOf(this.one)(group);
    return html`<tr role="row" data-row=${id} tabindex=${i === 0 ? 0 : -1}>
      <td role="cell" class="started"><time datetime=${group.end} title=${exact(group.end)}>${ago(group.end)}</time></td>
      <td role="cell" class="trace"><div class="name"><a href=${groupPath(this.kind, id)} dir="auto" title=${visible(id)}>${line(id, 120)}</a></div>
        <div class="about bare">${belongings({ ...group, [`${this.one}Id`]: undefined }, groupPath)}</div></td>
      ${figureCell('Traces', count(group.traceCount))}
      ${figureCell('Spans', count(group.spanCount))}
      ${figureCell('Over', duration(group.durationMs))}
      ${figureCell('Tokens', tokens(group.inputTokens, group.outputTokens))}
      ${figureCell('Cost', cost(group.cost))}
      <td role="cell" class="status">${group.running ? statusBadge('running') : nothing}
        ${group.errorCount ? statusBadge('error', group.errorCount) : group.running ? nothing : html`<span class="muted">ok</span>`}</td></tr>`;
  }
}

const idOf = (one) => (group) => group[`${one}Id`];

customElements.define('narrative-group-list', GroupList);
