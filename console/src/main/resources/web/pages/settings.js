import { html, nothing } from 'lit';
import { connection, get, me } from '../lib/api.js';
import { PageElement } from '../lib/element.js';
import { bytes, count, duration } from '../lib/format.js';
import { figure } from '../parts/badges.js';
import { problem } from '../parts/problem.js';
import '../parts/masking-preview.js';
import '../parts/prices.js';
import '../parts/tokens.js';

const EVERY_MILLIS = 10_000;

/** How the console is, what it keeps, and who may use it. */
class SettingsPage extends PageElement {
  static properties = { health: { state: true }, storage: { state: true }, figures: { state: true }, who: { state: true }, error: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.whileConnected(connection, 'back', () => this.load());
    this.clock = setInterval(() => this.load(), EVERY_MILLIS);
    this.load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.clock);
  }

  async load() {
    try {
      [this.health, this.storage, this.who, this.figures] = await Promise.all([get('/health'), get('/api/v1/storage'), me(), metrics()]);
      this.error = undefined;
    } catch (e) {
      this.error = e;
    }
  }

  render() {
    return html`<div class="page-head"><h1>Settings</h1></div>
      ${this.error && !this.health ? problem(this.error, { again: () => this.load() }) : !this.health ? html`<p class="muted" aria-busy="true">…</p>` : html`
      <section class="setting" aria-labelledby="health"><h2 id="health">Health of ingest</h2>
        <dl class="figures totals">
          ${figure('Journals', this.health.status === 'ok' ? html`<span class="status-ok">✓ followed</span>` : html`<span class="status-error">✗ behind</span>`)}
          ${figure('Index is behind by', duration(this.health.indexAgeMs))}
          ${figure('Spans taken', count(this.figures.accepted))}
          ${figure('Spans rejected', count(this.figures.rejected))}
          ${figure('Requests not taken', count(this.figures.failed))}
          ${figure('Waiting for the disk', count(this.figures.queue))}
          ${figure('Live clients', count(this.figures.clients))}
        </dl>
        <p class="small muted">All figures, for Prometheus: <a href="/metrics" target="_blank">/metrics</a></p></section>
      <section class="setting" aria-labelledby="retention"><h2 id="retention">Retention</h2>
        <dl class="figures totals">${figure('Journal', bytes(this.storage.bytes))}${figure('Files', count(this.storage.files))}${figure('Days', count(this.storage.days ?? 0))}
          ${figure('Oldest day', this.storage.oldestDay ?? '–')}${figure('Index', bytes(this.figures.store))}${figure('Free on the disk', bytes(this.storage.freeBytes))}</dl>
        <p class="small">Received spans lie in <code>${this.storage.journal}</code>. Agents expire their own files: <code>narrative.journal.retention</code>, 90 days unless told otherwise, and <code>narrative.journal.max-size</code>.
          By hand: <code>narrative prune --older-than 30d --max-size 2GB</code>. Traces under legal hold stay.</p></section>
      ${this.who?.role === 'admin' ? html`<narrative-tokens class="setting"></narrative-tokens>` : nothing}
      ${this.who?.role === 'admin' || this.who?.role === 'editor' ? html`<narrative-masking-preview class="setting"></narrative-masking-preview>` : nothing}
      <narrative-prices class="setting"></narrative-prices>`}`;
  }
}

/** The figures that stand on the page, out of what Prometheus would read. */
async function metrics() {
  const answer = await fetch('/metrics', { cache: 'no-store' });
  const text = answer.ok ? await answer.text() : '';
  const value = (name) => [...text.matchAll(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'gm'))].reduce((sum, match) => sum + Number(match[1]), 0);
  return {
    accepted: value('narrative_ingest_spans_total\\{result="accepted"\\}'),
    rejected: value('narrative_ingest_spans_total\\{result="rejected"\\}'),
    failed: value('narrative_ingest_failed_requests_total'),
    queue: value('narrative_ingest_queue'),
    clients: value('narrative_live_clients'),
    store: value('narrative_store_bytes'),
  };
}

customElements.define('narrative-settings-page', SettingsPage);
