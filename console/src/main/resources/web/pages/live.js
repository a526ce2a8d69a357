import { html, svg, nothing } from 'lit';
import { connection, get } from '../lib/api.js';
import { PageElement } from '../lib/element.js';
import { cost, count, duration, percent, short } from '../lib/format.js';
import { live } from '../lib/live.js';
import { LiveWindow } from '../lib/live-window.js';
import { figure } from '../parts/badges.js';
import { go, tracePath } from '../lib/route.js';
import { problem } from '../parts/problem.js';
import { RowKeys } from '../lib/row-keys.js';
import '../parts/first-run.js';
import '../parts/trace-table.js';

const SHOWN = 60;

/** What happens now. Rows stand still while somebody points at them, and while the page is paused. */
class LivePage extends PageElement {
  static properties = { query: { attribute: false }, shown: { state: true }, now: { state: true }, paused: { state: true }, error: { state: true } };

  constructor() {
    super();
    this.window = new LiveWindow();
    this.shown = undefined;
    this.waiting = [];
    this.now = Date.now();
    this.keys = new RowKeys(this);
  }

  connectedCallback() {
    super.connectedCallback();
    this.whileConnected(window, 'keydown', (event) => this.key(event));
    this.whileConnected(connection, 'back', () => this.load());
    this.stop = live.listen({ trace: (trace) => this.take(trace), reset: () => this.load() });
    this.clock = setInterval(() => { this.now = Date.now(); }, 1_000);
    this.load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stop();
    clearInterval(this.clock);
  }

  async load() {
    try {
      const page = await get('/api/v1/traces', { limit: 500, since: '15m' });
      page.traces.toReversed().forEach((trace) => this.window.add(trace));
      if (!this.shown || !this.held) {
        this.shown = page.traces.slice(0, SHOWN);
        this.waiting = [];
      }
      this.error = undefined;
    } catch (e) {
      this.error = e;
    }
  }

  get held() {
    return this.paused || this.pointed;
  }

  take(trace) {
    const summary = { ...this.window.get(trace.traceId), ...trace };
    this.window.add(summary);
    const at = (this.shown ?? []).findIndex((shown) => shown.traceId === summary.traceId);
    if (at >= 0) {
      this.shown = this.shown.with(at, summary);
    } else if (this.held) {
      this.waiting = [summary, ...this.waiting.filter((known) => known.traceId !== summary.traceId)].slice(0, SHOWN);
    } else {
      this.shown = [summary, ...(this.shown ?? [])].slice(0, SHOWN);
    }
    this.requestUpdate();
  }

  render() {
    const { now } = this;
    const figures = this.window.figures(now);
    return html`<div class="page-head row spread"><h1>Live</h1>
        <div class="row"><span role="status">${this.waiting.length ? html`<button type="button" class="primary pill" @click=${this.release}>${count(this.waiting.length)} new</button>` : nothing}</span>
          <button type="button" aria-pressed=${Boolean(this.paused)} @click=${this.pause}>${this.paused ? 'Go on' : 'Pause'}</button></div></div>
      ${this.error && !this.shown ? problem(this.error, { again: () => this.load() }) : html`
      <dl class="figures totals">
        ${figure('Active now', count(figures.active))}
        ${figure('Ended in 5 minutes', count(figures.ended))}
        ${figure('A minute', figures.perMinute.toFixed(1))}
        ${figure('Failed', html`<span class=${figures.failed ? 'status-error' : ''}>${count(figures.failed)}</span> <span class="muted small">${percent(figures.failed, figures.ended)}</span>`)}
        ${figure('Median', duration(figures.p50))}
        ${figure('95 %', duration(figures.p95))}
        ${figure('Tokens', short(figures.tokens))}
        ${figure('Cost', cost(figures.cost))}
      </dl>
      ${this.pulse()}
      <div @pointerenter=${() => { this.pointed = true; }} @pointerleave=${this.left} @peek=${(event) => go(tracePath(event.detail))}>
        ${this.shown?.length ? html`<narrative-trace-table .traces=${this.shown}></narrative-trace-table>` : this.shown ? html`<p class="waiting" role="status"><span class="pulse" aria-hidden="true"></span> Nothing began in the last 15 minutes. <a href="/traces">Older traces</a></p>` : html`<p class="muted">…</p>`}
      </div>`}`;
  }

  pulse() {
    const steps = this.window.steps(this.now);
    const most = Math.max(4, ...steps.map((step) => step.ended));
    return html`<figure class="live-chart"><svg viewBox="0 0 ${steps.length * 10} 48" preserveAspectRatio="none" role="img" aria-label="Traces that ended in the last five minutes, by five seconds">
      ${steps.map((step, i) => (step.ended ? svg`<rect class="bar" x=${i * 10 + 1} y=${48 - (46 * step.ended) / most} width="8" height=${(46 * step.ended) / most}></rect>
        <rect class="failed" x=${i * 10 + 1} y=${48 - (46 * step.failed) / most} width="8" height=${(46 * step.failed) / most}></rect>` : nothing))}
      </svg><figcaption class="row spread small muted"><span>5 minutes ago</span><span>now</span></figcaption></figure>`;
  }

  pause() {
    this.paused = !this.paused;
    if (!this.paused) {
      this.release();
    }
  }

  left() {
    this.pointed = false;
    if (!this.paused) {
      this.release();
    }
  }

  release() {
    this.shown = [...this.waiting, ...(this.shown ?? [])].slice(0, SHOWN);
    this.waiting = [];
  }

  key(event) {
    if (event.key === ' ' && event.target === document.body) {
      event.preventDefault();
      this.pause();
    } else {
      this.keys.take(event);
    }
  }
}

customElements.define('narrative-live-page', LivePage);
