import { html, nothing } from 'lit';
import { connection } from '../lib/api.js';
import { PageElement } from '../lib/element.js';
import { live } from '../lib/live.js';
import { change } from '../lib/route.js';
import { pageKey } from './page-keys.js';
import { canonicalId, loadTrace } from './trace-source.js';
import { fromQuery, isSame, toQuery } from './trace-state.js';
import { TraceView } from './trace-view.js';
import { failure, loading } from './view/placeholders.js';
import { banners } from './view/banners.js';
import './view/trace-head.js';
import './view/metrics.js';
import './view/toolbar.js';
import './view/minimap.js';
import './view/span-grid.js';
import './details/details.js';

/** The address follows after that many milliseconds: browsers refuse to write it for every repeat of a key. */
const ADDRESS_LATER = 250;
/** Loads of a trace that changes are so far apart at least; and longer where they take long. */
const RELOAD_MILLIS = 700;
/** A trace that runs is looked at that often even when nothing is told of it, so that its bars grow. */
const RUNNING_MILLIS = 5_000;

const OTHER_VIEWS = {
  flame: () => import('./view/flame-graph.js'),
  statistics: () => import('./view/statistics-table.js'),
  flow: () => import('./view/flow-graph.js'),
};

/** A trace: tree and waterfall, details of the selected span, figures; or its flame graph, statistics, flow. */
class TracePage extends PageElement {
  static properties = {
    traceId: { attribute: 'trace-id' }, query: { attribute: false },
    view: { state: true }, at: { state: true }, problem: { state: true }, partial: { state: true },
  };

  constructor() {
    super();
    this.state = fromQuery();
  }

  connectedCallback() {
    super.connectedCallback();
    this.whileConnected(connection, 'back', () => this.load());
    this.whileConnected(window, 'keydown', (event) => pageKey(event, this));
    this.stopListening = live.listen({
      trace: (summary) => summary.traceId === canonicalId(this.traceId) && this.reloadSoon(),
      reset: () => this.reloadSoon(),
    });
    this.beat = setInterval(() => this.view?.model.summary.status === 'running' && this.reloadSoon(), RUNNING_MILLIS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stopListening();
    clearInterval(this.beat);
    clearTimeout(this.reloading);
    clearTimeout(this.addressing);
    this.loads?.abort();
  }

  willUpdate(changed) {
    if (changed.has('traceId')) {
      this.state = fromQuery(this.query);
      this.view = this.at = this.problem = undefined;
      this.load();
    } else if (changed.has('query') && this.addressing === undefined) {
      this.choose(fromQuery(this.query), true);
    }
    OTHER_VIEWS[this.state.view]?.();
  }

  async load() {
    this.loads?.abort();
    const { signal } = (this.loads = new AbortController());
    const begun = performance.now();
    try {
      const model = await loadTrace(this.traceId, { signal, partly: (part) => this.view ? undefined : this.show(part, true) });
      this.show(model, false);
      this.problem = undefined;
    } catch (problem) {
      if (problem.name !== 'AbortError') {
        this.problem = problem;
      }
    }
    this.took = performance.now() - begun;
  }

  show(model, partial) {
    this.view = new TraceView(model, this.state, this.view);
    this.at = this.view.at;
    this.partial = partial;
    document.title = `${model.summary.name} · Narrative`;
  }

  reloadSoon() {
    this.reloading ??= setTimeout(() => {
      this.reloading = undefined;
      this.load();
    }, Math.max(RELOAD_MILLIS, 4 * (this.took ?? 0)));
  }

  /** Takes over a choice. The address follows, unless the choice came from there. */
  choose(changes, fromAddress = false) {
    const next = { ...this.state, ...changes };
    if (isSame(next, this.state)) {
      return;
    }
    this.state = next;
    this.view?.apply(next);
    this.at = this.view?.at;
    this.requestUpdate();
    if (!fromAddress) {
      clearTimeout(this.addressing);
      this.addressing = setTimeout(() => {
        this.addressing = undefined;
        change(toQuery(this.state), { replace: true });
      }, ADDRESS_LATER);
    }
  }

  /** Goes to the next match or error, or the one before. */
  step(kind, step) {
    const span = this.view?.next(kind, step);
    if (span) {
      this.choose({ span, view: 'waterfall' });
    }
  }

  toggle(span) {
    this.view.rows.collapse(span, !this.view.rows.isCollapsed(span));
    this.rowsChanged();
  }

  unfold({ parent, all }) {
    this.view.rows.unfold(parent, all ? Infinity : undefined);
    this.rowsChanged();
  }

  rowsChanged() {
    this.view.changed();
    this.at = this.view.at;
  }

  select(span) {
    this.choose({ span: this.view.model.ids[span] });
  }

  /** Where the details stand below the tree, a tap on a row brings them into sight. */
  tapped(event) {
    if (event.target.closest('[role=row]') && matchMedia('(max-width: 64rem) and (pointer: coarse)').matches) {
      this.updateComplete.then(() => this.querySelector('narrative-span-details')?.scrollIntoView({ block: 'start' }));
    }
  }

  zoom(scale) {
    this.choose({ zoom: scale === null ? '' : scale.toString() });
  }

  render() {
    if (!this.view) {
      return this.problem ? failure(this.problem, this.traceId) : loading();
    }
    const { view, at, state } = this;
    return html`
      <narrative-trace-head .summary=${view.model.summary}></narrative-trace-head>
      <narrative-trace-metrics .view=${view} @pick=${(e) => this.select(e.detail.span)}></narrative-trace-metrics>
      ${banners(view.model, this.partial, this.problem)}
      <narrative-trace-toolbar .state=${state} .view=${view} .at=${at} @choose=${(e) => this.choose(e.detail)}
        @step=${(e) => this.step(e.detail.kind, e.detail.step)} @unfold=${() => { view.rows.unfoldAll(); this.rowsChanged(); }}></narrative-trace-toolbar>
      <div class="trace-panes ${state.span && at.selected >= 0 ? 'with-details' : ''}">
        <section class="trace-drawing" aria-label="Spans as ${state.view}">${this.drawing(state.view)}</section>
        ${at.selected >= 0 ? html`<narrative-span-details .traceId=${view.model.summary.traceId} .at=${at} .view=${view}
          @pick=${(e) => this.choose({ span: e.detail.id })} @close=${() => this.choose({ span: '' })}></narrative-span-details>` : nothing}
      </div>`;
  }

  drawing(view) {
    const pick = (e) => this.select(e.detail.span);
    switch (view) {
      case 'flame':
        return html`<narrative-flame-graph .view=${this.view} @pick=${pick}></narrative-flame-graph>`;
      case 'statistics':
        return html`<narrative-span-statistics .view=${this.view} @find=${(e) => this.choose({ q: e.detail, only: 'matches', view: 'waterfall' })}></narrative-span-statistics>`;
      case 'flow':
        return html`<narrative-flow-graph .summary=${this.view.model.summary} @find=${(e) => this.choose({ q: e.detail, only: 'matches', view: 'waterfall' })}></narrative-flow-graph>`;
      default:
        return html`
          <narrative-minimap .at=${this.at} @zoom=${(e) => this.zoom(e.detail)}></narrative-minimap>
          <narrative-span-grid .at=${this.at} @click=${this.tapped} @pick=${pick} @toggle=${(e) => this.toggle(e.detail.span)} @unfold=${(e) => this.unfold(e.detail)}></narrative-span-grid>
          ${this.at.rows.length === 0 ? html`<p class="trace-none">Nothing of this trace is let through. <button type="button" @click=${() => this.choose({ only: '' })}>Show all</button></p>` : nothing}`;
    }
  }
}

customElements.define('narrative-trace-page', TracePage);
