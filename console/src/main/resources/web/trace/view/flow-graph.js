import { html, nothing } from 'lit';
import { get } from '../../lib/api.js';
import { PageElement } from '../../lib/element.js';
import { cost, count, duration, line, tokens } from '../../lib/format.js';
import { apiPath } from '../trace-source.js';

/** How data flows through services, agents, models and tools: the server's drawing, and a table that tells the same. */
class FlowGraph extends PageElement {
  static properties = { summary: { attribute: false }, graph: { state: true }, problem: { state: true } };

  willUpdate(changed) {
    const before = changed.get('summary');
    if (changed.has('summary') && (before?.traceId !== this.summary.traceId || before?.spanCount !== this.summary.spanCount || before?.status !== this.summary.status)) {
      this.load();
    }
  }

  async load() {
    try {
      this.graph = await get(apiPath(this.summary.traceId, '/flow'));
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    const path = (format) => apiPath(this.summary.traceId, `/flow?format=${format}`);
    return html`<div class="flow" tabindex="0" role="region" aria-label="Flow">
      ${this.problem ? html`<p role="alert">The flow can’t be drawn: ${this.problem.message}.</p>` : nothing}
      <p class="small">Download <a href=${path('svg')} download="flow.svg">SVG</a> · <a href=${path('mermaid')} download="flow.mmd">Mermaid</a> · <a href=${path('json')} download="flow.json">JSON</a></p>
      ${this.graph ? html`<div class="flow-drawing"><img src="${path('svg')}&spans=${this.summary.spanCount}" alt="Who calls whom in this trace; the table below tells the same"></div>${this.table(this.graph)}` : nothing}
    </div>`;
  }

  table({ nodes, edges }) {
    return html`<table class="span-table"><caption class="visually-hidden">Who calls whom</caption>
      <thead><tr><th>From</th><th>To</th><th class="number">Calls</th><th class="number">Errors</th><th class="number">Time</th><th class="number">Tokens</th><th class="number">Cost</th></tr></thead>
      <tbody>${edges.map((edge) => html`<tr><td>${this.node(nodes[edge.from])}</td><td>${this.node(nodes[edge.to])}</td><td class="number">${count(edge.calls)}</td>
        <td class="number ${edge.errors ? 'failed' : ''}">${edge.errors ? count(edge.errors) : ''}</td><td class="number">${duration(edge.totalMs)}</td>
        <td class="number">${edge.inputTokens || edge.outputTokens ? tokens(edge.inputTokens, edge.outputTokens) : ''}</td><td class="number">${edge.cost === undefined ? '' : cost(edge.cost)}</td></tr>`)}</tbody></table>`;
  }

  node({ kind, label }) {
    return html`<span class="muted small">${kind}</span> <button type="button" class="link" title="Show these spans"
      @click=${() => this.dispatchEvent(new CustomEvent('find', { detail: label }))}>${line(label, 80)}</button>`;
  }
}

customElements.define('narrative-flow-graph', FlowGraph);
