import { html, nothing } from 'lit';
import { connection, get, ServerLost } from '../lib/api.js';
import { PageElement } from '../lib/element.js';
import { cost, count, duration, exact, line, short, time } from '../lib/format.js';
import { change, tracePath } from '../lib/route.js';
import { apiPath } from '../trace/trace-source.js';
import { counts, difference, shownRows } from './compare-model.js';
import { compareRow, signed } from './compare-rows.js';

/** Rows that are drawn at once. */
const PAGE = 500;
const FIGURES = [
  ['Duration', 'durationMs', duration], ['Spans', 'spanCount', count], ['Errors', 'errorCount', count],
  ['Input tokens', 'inputTokens', short], ['Output tokens', 'outputTokens', short], ['Cost', 'cost', cost],
];

/** Two traces side by side: what was added or removed, what is slower, dearer, or says something else. */
class ComparePage extends PageElement {
  static properties = { query: { attribute: false }, told: { state: true }, problem: { state: true }, opened: { state: true }, most: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.whileConnected(connection, 'back', () => this.load());
  }

  willUpdate(changed) {
    const before = changed.get('query');
    if (changed.has('query') && (before?.before !== this.query.before || before?.after !== this.query.after)) {
      this.told = this.problem = undefined;
      this.opened = new Set();
      this.most = PAGE;
      this.load();
    }
  }

  async load() {
    const { before, after } = this.query;
    if (!before || !after) {
      return;
    }
    try {
      this.told = await get(apiPath(before, `/compare/${encodeURIComponent(after)}`));
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    const { before = '', after = '' } = this.query;
    return html`<h1>Compare two traces</h1>
      <form class="compare-form" @submit=${this.chosen}>
        <label>Before <input name="before" .value=${before} required pattern="[0-9a-fA-F\\-]{32,36}" title="32 hex digits" size="34"></label>
        <button type="button" title="Put the one in the place of the other" aria-label="Swap" @click=${() => change({ before: after, after: before })}>⇄</button>
        <label>After <input name="after" .value=${after} required pattern="[0-9a-fA-F\\-]{32,36}" title="32 hex digits" size="34"></label>
        <button type="submit" class="primary">Compare</button>
      </form>
      ${this.content(before && after)}`;
  }

  content(asked) {
    if (this.told) {
      return this.comparison(this.told);
    }
    if (this.problem) {
      return html`<p role="alert">${this.problem instanceof ServerLost ? 'The console does not answer; the comparison comes once it does.'
        : html`The traces can’t be compared: ${this.problem.message}. Take the ids from <a href="/traces">the list of traces</a>.`}</p>`;
    }
    return asked ? html`<p role="status">Comparing…</p>`
      : html`<p class="muted">Give the ids of two traces, of the same task before and after a change, say. They stand in the head of each trace’s page.</p>`;
  }

  comparison({ before, after, spans }) {
    const only = this.query.only === 'changes';
    const rows = shownRows(spans, only);
    const found = counts(spans);
    return html`
      <table class="span-table totals"><caption class="visually-hidden">Both traces in all</caption><thead><tr><th><span class="visually-hidden">Figure</span></th><th>${this.head('Before', before)}</th><th>${this.head('After', after)}</th><th class="number">Difference</th></tr></thead>
        <tbody>${FIGURES.map(([name, key, format]) => html`<tr><th scope="row">${name}</th><td>${format(before[key])}</td><td>${format(after[key])}</td>
          <td class="number">${signed(difference(before[key], after[key]), format)}</td></tr>`)}</tbody></table>
      <div class="row compare-tools"><button type="button" aria-pressed=${only} @click=${() => change({ only: only ? '' : 'changes' }, { replace: true })}>Changes only</button>
        <button type="button" @click=${() => { this.opened = new Set(this.opened.size ? [] : spans.filter((span) => span.inputDiff || span.outputDiff)); }}>${this.opened.size ? 'Hide' : 'Show'} all words that differ</button>
        <span class="muted">${count(found.changed)} changed, ${count(found.added)} added, ${count(found.removed)} removed, ${count(found.same)} same</span></div>
      <div class="compare-scroll" tabindex="0" role="region" aria-label="Spans side by side"><table class="span-table compare-spans"><thead><tr><th><span class="visually-hidden">Change</span></th><th>Span</th><th class="number">Before</th><th class="number">After</th>
        <th class="number">Difference</th><th class="number">Tokens</th><th class="number">Cost</th><th>Differs in</th></tr></thead>
        <tbody>${rows.slice(0, this.most).map((span) => compareRow(span, { before, after }, this.opened.has(span), () => this.open(span)))}</tbody></table></div>
      ${rows.length > this.most ? html`<p><button type="button" @click=${() => { this.most += PAGE; }}>Show ${count(Math.min(PAGE, rows.length - this.most))} more of ${count(rows.length - this.most)}</button></p>` : nothing}`;
  }

  head(which, trace) {
    return html`<span class="muted">${which}</span> <a href=${tracePath(trace.traceId)}>${line(trace.name, 80)}</a>
      <span class="muted small" title=${exact(trace.start)}>${time(trace.start)}</span>`;
  }

  open(span) {
    const opened = new Set(this.opened);
    if (!opened.delete(span)) {
      opened.add(span);
    }
    this.opened = opened;
  }

  chosen(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    change({ before: form.get('before').trim(), after: form.get('after').trim() });
  }
}

customElements.define('narrative-compare-page', ComparePage);
