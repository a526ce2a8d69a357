import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { connection, get } from '../lib/api.js';
import { PageElement } from '../lib/element.js';
import { exactly } from '../lib/filters.js';
import { cost, count, duration, exact, line, time, tokens, visible } from '../lib/format.js';
import { live } from '../lib/live.js';
import { groupPath, tracePath } from '../lib/route.js';
import { RowKeys } from '../lib/row-keys.js';
import { belongings, figures, modelBadges, statusBadge } from '../parts/badges.js';
import { problem } from '../parts/problem.js';
import '../parts/copy-button.js';
import '../parts/exchange.js';

const PAGE = 100;
const PAUSE_MILLIS = 1_000;

/** The traces of a session, story or user in the order in which they happened, each with what went in and came out. */
class GroupHistory extends PageElement {
  static properties = { kind: {}, one: {}, groupId: { attribute: false }, traces: { state: true }, next: { state: true }, error: { state: true } };

  constructor() {
    super();
    this.keys = new RowKeys(this);
  }

  connectedCallback() {
    super.connectedCallback();
    this.whileConnected(window, 'keydown', (event) => this.keys.take(event));
    this.whileConnected(connection, 'back', () => this.load());
    this.stop = live.listen({ trace: (trace) => trace[`${this.one}Id`] === this.groupId && this.later(), reset: () => this.later() });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stop();
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  willUpdate(changed) {
    if (changed.has('groupId') || changed.has('kind')) {
      this.traces = undefined;
      this.load();
    }
  }

  ask(cursor) {
    return get('/api/v1/traces', { where: exactly(this.one, this.groupId), limit: PAGE, cursor });
  }

  async load() {
    const { groupId, kind } = this;
    document.title = `${visible(groupId)} · Narrative`;
    try {
      const page = await this.ask();
      if (groupId === this.groupId && kind === this.kind) {
        this.traces = page.traces.reverse();
        this.next = page.next;
        this.error = undefined;
      }
    } catch (e) {
      this.error = e;
    }
  }

  async earlier() {
    const page = await this.ask(this.next);
    const known = new Set(this.traces.map((trace) => trace.traceId));
    this.traces = [...page.traces.reverse().filter((trace) => !known.has(trace.traceId)), ...this.traces];
    this.next = page.next;
  }

  /** What is new stands below, where nobody's reading is moved by it. */
  later() {
    this.timer ??= setTimeout(async () => {
      this.timer = undefined;
      try {
        const page = await this.ask();
        const now = new Map(page.traces.map((trace) => [trace.traceId, trace]));
        const shown = new Set((this.traces ?? []).map((trace) => trace.traceId));
        const added = page.traces.reverse().filter((trace) => !shown.has(trace.traceId));
        this.traces = [...(this.traces ?? []).map((trace) => now.get(trace.traceId) ?? trace), ...added];
      } catch {
        // the banner tells of a lost server
      }
    }, PAUSE_MILLIS);
  }

  render() {
    const back = { href: `/${this.kind}`, name: `All ${this.kind}` };
    if (this.error && !this.traces) {
      return problem(this.error, { back, again: () => this.load() });
    }
    if (!this.traces) {
      return html`<p class="muted" aria-busy="true">…</p>`;
    }
    if (!this.traces.length) {
      return html`<section class="empty"><h1>There is no ${this.one} <bdi>${visible(this.groupId)}</bdi></h1>
        <p>It may have expired with its journal, or not have arrived yet; then this page shows it by itself. Ids are compared whole, capital letters included.</p>
        <p><a class="button" href=${back.href}>${back.name}</a></p></section>`;
    }
    return html`<header class="group-head">
        <div class="row spread"><h1><a class="muted small" href=${back.href}>${back.name}</a><br><bdi>${visible(this.groupId)}</bdi> <narrative-copy .text=${this.groupId} label="Copy the id"></narrative-copy></h1>
          <a class="button" href="/traces?${new URLSearchParams({ where: exactly(this.one, this.groupId) })}">As a list</a></div>
        ${figures(summed(this.traces))}
        ${this.next ? html`<p class="small muted">The figures are of the ${count(this.traces.length)} traces that are shown. <button type="button" @click=${() => this.earlier()}>Earlier traces</button></p>` : nothing}
      </header>
      <ol class="history" aria-label="Traces in order">${repeat(this.traces, (trace) => trace.traceId, (trace, i) => this.entry(trace, i))}</ol>`;
  }

  entry(trace, i) {
    return html`<li><time class="when" datetime=${trace.start} title=${exact(trace.start)}>${time(trace.start)}</time>
      <article class=${trace.errorCount ? 'failed' : ''} data-row=${trace.traceId} tabindex=${i === 0 ? 0 : -1} aria-label=${line(trace.name, 120)}>
        <header><a href=${tracePath(trace.traceId)} dir="auto">${line(trace.name, 200)}</a>${trace.status === 'ok' ? nothing : statusBadge(trace.status, trace.errorCount)}${modelBadges(trace.models)}</header>
        <narrative-exchange trace-id=${trace.traceId}></narrative-exchange>
        <div class="meta"><span>${duration(trace.durationMs)}</span><span>${tokens(trace.inputTokens, trace.outputTokens)} tokens</span><span>${cost(trace.cost)}</span>
          ${trace.firstTokenMs === undefined ? nothing : html`<span>first token ${duration(trace.firstTokenMs)}</span>`}<span>${count(trace.spanCount)} spans</span>
          ${belongings({ ...trace, [`${this.one}Id`]: undefined }, groupPath)}</div>
      </article></li>`;
  }
}

/** The sums of traces, as a summary has them. */
function summed(traces) {
  const add = (field) => traces.reduce((sum, trace) => sum + (trace[field] ?? 0), 0);
  const end = Math.max(...traces.map((trace) => Date.parse(trace.end)));
  return {
    traceCount: traces.length,
    durationMs: end - Date.parse(traces[0].start),
    spanCount: add('spanCount'),
    inputTokens: add('inputTokens'),
    outputTokens: add('outputTokens'),
    errorCount: add('errorCount'),
    cost: traces.some((trace) => trace.cost !== undefined) ? add('cost') : undefined,
  };
}

customElements.define('narrative-group-history', GroupHistory);
