import { html, nothing } from 'lit';
import { get } from '../lib/api.js';
import { PageElement } from '../lib/element.js';
import { duration, exact, line, shortId, visible } from '../lib/format.js';
import { groupPath, tracePath } from '../lib/route.js';
import { belongings, figures, modelBadges, statusBadge } from './badges.js';
import { problem } from './problem.js';
import './copy-button.js';
import './exchange.js';

const SLOWEST = 6;

/** A trace at a glance, beside the list. */
class Peek extends PageElement {
  static properties = { traceId: { attribute: 'trace-id' }, summary: { attribute: false }, found: { state: true }, error: { state: true } };

  willUpdate(changed) {
    if (changed.has('traceId')) {
      this.load();
    }
  }

  async load() {
    this.request?.abort();
    this.request = new AbortController();
    this.found = undefined;
    this.error = undefined;
    try {
      this.found = await get(`/api/v1/traces/${this.traceId}`, { limit: 500 }, this.request);
    } catch (e) {
      if (e.name !== 'AbortError') {
        this.error = e;
      }
    }
  }

  render() {
    const trace = this.summary ?? this.found?.trace;
    return html`<aside class="peek" aria-label="The trace at a glance" tabindex="-1">
      <div class="row spread"><span class="mono small" title=${this.traceId}>${shortId(this.traceId)} <narrative-copy .text=${this.traceId} label="Copy the trace's id"></narrative-copy></span>
        <span class="row"><a class="button primary" href=${tracePath(this.traceId)}>Open</a>
        <button type="button" class="quiet" aria-label="Close" title="Close (Esc)" @click=${() => this.dispatchEvent(new CustomEvent('close-peek', { bubbles: true }))}>✕</button></span></div>
      ${this.error ? problem(this.error, { again: () => this.load() }) : trace ? html`
        <h2 dir="auto">${line(trace.name, 200)}</h2>
        <p class="row about">${statusBadge(trace.status, trace.errorCount)}${modelBadges(trace.models)}${belongings(trace, groupPath)}</p>
        <p class="muted small">${exact(trace.start)} · <bdi>${visible(trace.service)}</bdi></p>
        ${figures(trace)}
        <narrative-exchange trace-id=${this.traceId}></narrative-exchange>
        ${this.slowest()}` : html`<p class="muted" aria-busy="true">…</p>`}
    </aside>`;
  }

  slowest() {
    const calls = (this.found?.spans ?? []).filter((span) => span.attributes?.['gen_ai.request.model'] || span.status === 'error')
      .sort((a, b) => (b.durationMs ?? 0) - (a.durationMs ?? 0)).slice(0, SLOWEST);
    return calls.length ? html`<h3>Model calls and failures, the longest first</h3><ul class="calls">
      ${calls.map((span) => html`<li><a href=${tracePath(this.traceId, span.spanId)} dir="auto" class=${span.status === 'error' ? 'failed' : ''}>${line(span.name, 80)}</a><span class="number">${duration(span.durationMs)}</span></li>`)}</ul>` : nothing;
  }
}

customElements.define('narrative-peek', Peek);
