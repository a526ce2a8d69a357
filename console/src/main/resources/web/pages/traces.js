import { html, nothing } from 'lit';
import { connection, get } from '../lib/api.js';
import { PageElement } from '../lib/element.js';
import { chosen, NAMES, parameters } from '../lib/filters.js';
import { count } from '../lib/format.js';
import { change } from '../lib/route.js';
import { RowKeys } from '../lib/row-keys.js';
import { TraceList } from '../lib/trace-list.js';
import { problem } from '../parts/problem.js';
import '../parts/first-run.js';
import '../parts/histogram.js';
import '../parts/peek.js';
import '../parts/trace-filters.js';
import '../parts/trace-table.js';

/** Traces, the latest first, as the address asks for them. */
class TracesPage extends PageElement {
  static properties = { query: { attribute: false }, durations: { state: true } };

  constructor() {
    super();
    this.list = new TraceList(this);
    this.keys = new RowKeys(this, {
      peek: (id) => change({ peek: id === this.query.peek ? '' : id }),
      close: () => this.query.peek && this.closePeek(),
      search: () => this.querySelector('narrative-trace-filters').search(),
    });
  }

  connectedCallback() {
    super.connectedCallback();
    this.whileConnected(window, 'keydown', (event) => this.keys.take(event));
    this.whileConnected(connection, 'back', () => this.load());
  }

  willUpdate(changed) {
    if (changed.has('query') && asked(this.query) !== asked(changed.get('query'))) {
      this.load();
    }
  }

  load() {
    this.list.load(this.query);
    this.loadDurations();
  }

  /** How long all traces took that the other filters let through, so that a part of them can be chosen. */
  async loadDurations() {
    const query = this.query;
    try {
      const durations = await get('/api/v1/durations', parameters({ ...query, minDuration: '', maxDuration: '' }));
      if (query === this.query) {
        this.durations = durations;
      }
    } catch {
      this.durations = undefined; // the list beside it says what is wrong
    }
  }

  render() {
    const { list, query } = this;
    const { peek } = query;
    return html`
      <div class="page-head row spread"><h1>Traces</h1>
        <div role="status">${list.fresh.length ? html`<button type="button" class="primary pill" @click=${this.showFresh}>${count(list.fresh.length)} new</button>` : nothing}</div></div>
      <narrative-trace-filters page="traces" .query=${query}></narrative-trace-filters>
      ${this.durations?.buckets.length ? html`<narrative-histogram .buckets=${this.durations.buckets} .from=${millis(query.minDuration)} .to=${millis(query.maxDuration)}
        @brush=${(event) => change({ minDuration: text(event.detail.from), maxDuration: text(event.detail.to) })}></narrative-histogram>` : nothing}
      <div class="with-peek ${peek ? 'peeking' : ''}" @peek=${(event) => change({ peek: event.detail })} @close-peek=${this.closePeek}>
        <div aria-busy=${list.loading}>${this.content()}</div>
        ${peek ? html`<narrative-peek trace-id=${peek} .summary=${list.traces.find((trace) => trace.traceId === peek)}></narrative-peek>` : nothing}
      </div>`;
  }

  content() {
    const { list, query } = this;
    if (list.error && !list.traces.length) {
      return problem(list.error, { again: () => this.load(), back: list.error.status === 400 ? { href: '/traces', name: 'All traces' } : undefined });
    }
    if (!list.traces.length) {
      return !list.loaded ? html`<p class="muted">…</p>` : chosen(query).length ? html`<section class="empty"><h2>No trace is like that</h2>
        <p>Take a filter away, or look further back.</p><p><a class="button" href="/traces">All traces</a></p></section>` : html`<narrative-first-run></narrative-first-run>`;
    }
    return html`<narrative-trace-table .traces=${list.traces} .peeked=${query.peek}></narrative-trace-table>
      <p class="more">${list.next ? html`<button type="button" ?disabled=${list.loading} @click=${() => list.more()}>Load more</button>`
        : html`<span class="muted small">${count(list.traces.length)} traces; that is all of them.</span>`}</p>`;
  }

  showFresh() {
    this.list.showFresh();
    this.loadDurations();
    window.scrollTo(0, 0);
    this.updateComplete.then(() => this.keys.rows()[0]?.focus());
  }

  closePeek() {
    const { peek } = this.query;
    change({ peek: '' });
    this.updateComplete.then(() => this.querySelector(`[data-row="${CSS.escape(peek)}"]`)?.focus());
  }
}

/** What of the address says which traces are asked for. */
function asked(query) {
  return query && JSON.stringify(NAMES.map((name) => query[name] ?? ''));
}

const UNITS = { ns: 1e-6, us: 1e-3, 'µs': 1e-3, ms: 1, s: 1e3, m: 6e4, h: 36e5, d: 864e5 };

/** Milliseconds of a duration as the address has it. */
function millis(duration) {
  const match = /^([\d.]+)\s*(ns|us|µs|ms|s|m|h|d)$/.exec(duration ?? '');
  return match ? Number(match[1]) * UNITS[match[2]] : undefined;
}

function text(milliseconds) {
  return milliseconds === undefined ? '' : `${Number(milliseconds.toPrecision(6))}ms`;
}

customElements.define('narrative-traces-page', TracesPage);
