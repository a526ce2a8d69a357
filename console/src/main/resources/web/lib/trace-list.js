import { get } from './api.js';
import { live } from './live.js';
import { parameters } from './filters.js';

const PAGE = 50;
/** Not more often than that is looked for what is new, however much happens. */
const PAUSE_MILLIS = 700;

/**
 * The traces of a list and what comes to them. Rows that are shown never move: what is new waits until it is asked for.
 * `host` is a Lit element, which is drawn again when something changes.
 */
export class TraceList {
  traces = [];
  fresh = [];
  next;
  loading = false;
  error;
  loaded = false;

  constructor(host) {
    this.host = host;
    host.addController(this);
  }

  hostConnected() {
    this.stop = live.listen({ trace: () => this.#later(), reset: () => this.#later() });
  }

  hostDisconnected() {
    this.stop();
    clearTimeout(this.timer);
    this.timer = undefined;
    this.request?.abort();
  }

  /** Loads the first page of what this query asks for. */
  async load(query) {
    this.query = query;
    this.fresh = [];
    await this.#ask({}, (page) => {
      this.traces = page.traces;
      this.next = page.next;
    });
  }

  async more() {
    await this.#ask({ cursor: this.next }, (page) => {
      const known = new Set(this.traces.map((trace) => trace.traceId));
      this.traces = [...this.traces, ...page.traces.filter((trace) => !known.has(trace.traceId))];
      this.next = page.next;
    });
  }

  /** Puts what is new on top. */
  showFresh() {
    this.traces = [...this.fresh, ...this.traces];
    this.fresh = [];
    this.host.requestUpdate();
  }

  async #ask(more, take) {
    this.request?.abort();
    const request = new AbortController();
    this.request = request;
    this.loading = true;
    this.host.requestUpdate();
    try {
      take(await get('/api/v1/traces', { ...parameters(this.query), limit: PAGE, ...more }, request));
      this.error = undefined;
      this.loaded = true;
    } catch (e) {
      if (e.name === 'AbortError') {
        return;
      }
      this.error = e;
    } finally {
      if (this.request === request) {
        this.loading = false;
        this.host.requestUpdate();
      }
    }
  }

  /** Searching for words is written down by the console, so it is not done again by itself. */
  #later() {
    if (this.timer || !this.loaded || this.query?.text) {
      return;
    }
    this.timer = setTimeout(async () => {
      this.timer = undefined;
      await this.#look();
    }, PAUSE_MILLIS);
  }

  async #look() {
    const query = this.query;
    let page;
    try {
      page = await get('/api/v1/traces', { ...parameters(query), limit: PAGE });
    } catch {
      return; // the banner tells of a lost server
    }
    if (query !== this.query || this.loading) {
      return;
    }
    const now = new Map(page.traces.map((trace) => [trace.traceId, trace]));
    this.traces = this.traces.map((trace) => now.get(trace.traceId) ?? trace);
    const shown = new Set(this.traces.map((trace) => trace.traceId));
    const latest = this.traces[0]?.start ?? '';
    const fresh = page.traces.filter((trace) => !shown.has(trace.traceId) && trace.start >= latest);
    if (this.traces.length === 0) {
      this.traces = page.traces;
      this.next = page.next;
    } else {
      this.fresh = fresh;
    }
    this.host.requestUpdate();
  }
}
