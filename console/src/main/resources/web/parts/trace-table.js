import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { PageElement } from '../lib/element.js';
import { ago, cost, count, duration, exact, line, shortId, tokens } from '../lib/format.js';
import { groupPath, tracePath } from '../lib/route.js';
import { belongings, figureCell, modelBadges, statusBadge, statusSign } from './badges.js';

const COLUMNS = [
  ['started', 'Started'], ['trace', 'Trace'], ['number', 'Duration'], ['number', 'First token'], ['number', 'Tokens'], ['number', 'Cost'], ['number', 'Spans'], ['status', 'Status'],
];

/** Traces as rows. Event `peek` with a trace's id. */
class TraceTable extends PageElement {
  static properties = { traces: { attribute: false }, peeked: {}, now: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.now = Date.now();
    this.clock = setInterval(() => { this.now = Date.now(); }, 10_000);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.clock);
  }

  render() {
    const longest = Math.max(1, ...this.traces.map((trace) => trace.durationMs ?? 0));
    return html`<table class="rows traces" role="table" aria-label="Traces">
      <thead role="rowgroup"><tr role="row">${COLUMNS.map(([kind, name]) => html`<th role="columnheader" scope="col" class=${kind}>${name}</th>`)}</tr></thead>
      <tbody role="rowgroup">${repeat(this.traces, (trace) => trace.traceId, (trace, i) => this.row(trace, i, longest))}</tbody>
    </table>`;
  }

  row(trace, i, longest) {
    const running = trace.status === 'running';
    return html`<tr role="row" data-row=${trace.traceId} tabindex=${i === 0 ? 0 : -1} class=${trace.traceId === this.peeked ? 'peeked' : ''}
        @click=${(event) => this.clicked(event, trace)}>
      <td role="cell" class="started"><time datetime=${trace.start} title=${exact(trace.start)}>${ago(trace.start, this.now)}</time></td>
      <td role="cell" class="trace">
        <div class="name">${statusSign(trace.status)}<a href=${tracePath(trace.traceId)} dir="auto" title="Trace ${trace.traceId}">${line(trace.name, 160) || shortId(trace.traceId)}</a></div>
        <div class="about"><span class="service" dir="auto">${line(trace.service, 60)}</span>${modelBadges(trace.models)}${belongings(trace, groupPath)}</div>
      </td>
      <td role="cell" class="number duration" data-label="Duration">
        <span>${running ? `${duration(Math.max(trace.durationMs, this.now - Date.parse(trace.start)))}…` : duration(trace.durationMs)}</span>
        <span class="bar" aria-hidden="true"><span .style=${`width:${Math.max(1, (100 * trace.durationMs) / longest)}%`}></span></span></td>
      ${figureCell('First token', duration(trace.firstTokenMs))}
      ${figureCell('Tokens', tokens(trace.inputTokens, trace.outputTokens))}
      ${figureCell('Cost', cost(trace.cost))}
      ${figureCell('Spans', count(trace.spanCount))}
      <td role="cell" class="status">${trace.status === 'ok' ? html`<span class="muted">ok</span>` : statusBadge(trace.status, trace.errorCount)}
        ${trace.status !== 'error' && trace.errorCount ? statusBadge('error', trace.errorCount) : nothing}</td>
    </tr>`;
  }

  clicked(event, trace) {
    if (!event.target.closest('a, button') && !String(getSelection())) {
      this.dispatchEvent(new CustomEvent('peek', { detail: trace.traceId, bubbles: true }));
    }
  }
}

customElements.define('narrative-trace-table', TraceTable);
