import { html, nothing } from 'lit';
import { PageElement } from '../../lib/element.js';
import { cost, count, duration, line, short } from '../../lib/format.js';
import { totals } from '../model/statistics.js';
import { apiPath } from '../trace-source.js';

const FORMATS = [['json', 'JSON'], ['md', 'Markdown'], ['otlp', 'OTLP'], ['csv', 'CSV'], ['zipkin', 'Zipkin']];

/** What a trace took in all, and the trace as files. Event: `pick` with a span. */
class TraceMetrics extends PageElement {
  static properties = { view: { attribute: false }, told: { state: true } };

  willUpdate(changed) {
    if (changed.has('view')) {
      // What has to be worked out comes after the tree is drawn.
      const { view } = this;
      setTimeout(() => { this.told = totals(view.model, view.ownTimes()); });
    }
  }

  render() {
    const { summary, count: spans } = this.view.model;
    return html`<section class="trace-metrics" aria-label="Metrics">
      <dl>
        ${figure('Duration', summary.status === 'running' ? `${duration(summary.durationMs)} so far` : duration(summary.durationMs))}
        ${figure('Spans', count(summary.spanCount ?? spans))}
        ${figure('Errors', count(summary.errorCount), summary.errorCount > 0 ? 'failed' : '')}
        ${figure('Model calls', this.told ? count(this.told.calls) : '…')}
        ${figure('Tokens in → out', summary.inputTokens || summary.outputTokens ? `${short(summary.inputTokens)} → ${short(summary.outputTokens)}` : '–')}
        ${figure('Cost', cost(summary.cost))}
        ${this.told ? this.more(this.told) : nothing}
      </dl>
      <div class="downloads"><span class="muted">Download</span>
        ${FORMATS.map(([format, name]) => html`<a href=${apiPath(summary.traceId, `/export?format=${format}`)} download>${name}</a>`)}</div>
    </section>`;
  }

  more({ models, services, slowest }) {
    const { model } = this.view;
    return html`
      ${models.size ? figure(models.size === 1 ? 'Model' : 'Models', line([...models].join(', '), 60)) : nothing}
      ${services.size > 1 ? figure('Services', count(services.size)) : nothing}
      ${slowest >= 0 && model.count > 1 ? figure('Decides most', html`<button type="button" class="link" title="The most time on the critical path"
        @click=${() => this.dispatchEvent(new CustomEvent('pick', { detail: { span: slowest } }))}>${line(model.names[slowest], 28)}</button>
        ${duration(this.view.ownTimes()[slowest])}`) : nothing}`;
  }
}

function figure(name, value, kind = '') {
  return html`<div class=${kind}><dt>${name}</dt><dd>${value}</dd></div>`;
}

customElements.define('narrative-trace-metrics', TraceMetrics);
