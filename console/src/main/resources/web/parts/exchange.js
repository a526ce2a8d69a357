import { html, nothing } from 'lit';
import { get } from '../lib/api.js';
import { PageElement } from '../lib/element.js';
import { exchange } from '../lib/exchange.js';
import { visible } from '../lib/format.js';

/** As many spans as are looked at for what went in. */
const SPANS = 24;
const FOLDED = 600;

/** What went into a trace and what came out, as a dialogue; loaded when it comes into sight. */
class Exchange extends PageElement {
  static properties = { traceId: { attribute: 'trace-id' }, said: { state: true }, error: { state: true }, open: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.open = {};
    this.sight = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) {
        this.load();
      }
    }, { rootMargin: '200px' });
    this.sight.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.sight.disconnect();
    this.request?.abort();
    this.asked = undefined;
  }

  willUpdate(changed) {
    if (changed.has('traceId') && this.asked && this.asked !== this.traceId) {
      this.load();
    }
  }

  async load() {
    if (this.asked === this.traceId) {
      return;
    }
    this.asked = this.traceId;
    this.request?.abort();
    this.request = new AbortController();
    try {
      const answer = await get(`/api/v1/traces/${this.traceId}`, { limit: SPANS, content: true }, this.request);
      this.said = exchange(answer.spans);
      this.error = undefined;
    } catch (e) {
      if (e.name !== 'AbortError') {
        this.error = e;
        this.asked = undefined;
      }
    }
  }

  render() {
    if (this.error) {
      return html`<p class="muted small" dir="auto">${visible(this.error.message)}</p>`;
    }
    if (!this.said) {
      return html`<p class="muted small" aria-busy=${Boolean(this.asked)}>…</p>`;
    }
    const { input, output, failed } = this.said;
    return html`<div class="exchange">
      ${this.turn('in', 'In', input)}
      ${this.turn('out', 'Out', output)}
      ${input || output ? nothing : html`<p class="muted small">No input or output was kept. <code>narrative.llm.content</code> and captures of rules say what is.</p>`}
      ${failed.slice(0, 3).map((span) => html`<p class="turn failed"><span class="who">Failed</span><span class="text" dir="auto">${visible(span.name)}: ${visible(span.statusMessage ?? 'no message')}</span></p>`)}
    </div>`;
  }

  turn(side, who, text) {
    if (!text) {
      return nothing;
    }
    const cut = !this.open[side] && text.length > FOLDED;
    return html`<div class="turn ${side}"><span class="who">${who}</span>
      <div><p class="text" dir="auto">${visible(cut ? `${text.slice(0, FOLDED)}…` : text)}</p>
      ${text.length > FOLDED ? html`<button type="button" class="quiet small" aria-expanded=${!cut} @click=${() => { this.open = { ...this.open, [side]: cut }; }}>${cut ? 'Show more' : 'Show less'}</button>` : nothing}</div></div>`;
  }
}

customElements.define('narrative-exchange', Exchange);
