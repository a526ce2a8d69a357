import { html, nothing } from 'lit';
import { ServerLost } from '../../lib/api.js';
import { PageElement } from '../../lib/element.js';
import { line } from '../../lib/format.js';
import { SpanSource } from '../trace-source.js';
import { copyButton } from '../view/copy-button.js';
import './attributes.js';
import { artifactList, Belongings, scoreList } from './belongings.js';
import './chat.js';
import { copies } from './copies.js';
import { events } from './events.js';
import { talk, toolDefinitions } from './messages.js';
import { overview } from './overview.js';

/** A span is asked for when it stays selected so long: keys may run past many. */
const STAYS_MILLIS = 80;
const CONTENTS = [
  ['Input', 'narrative.input'], ['Output', 'narrative.output'],
  ['Arguments', 'gen_ai.tool.call.arguments'], ['Result', 'gen_ai.tool.call.result'],
];

/** What is known of the selected span. Its contents are fetched when it is selected. Events: `pick` with an id, `close`. */
class SpanDetails extends PageElement {
  static properties = {
    traceId: { attribute: false }, at: { attribute: false }, view: { attribute: false },
    span: { state: true }, problem: { state: true }, scores: { state: true }, artifacts: { state: true },
  };

  willUpdate(changed) {
    if (changed.has('traceId') || changed.has('view')) {
      this.source = changed.has('traceId') ? new SpanSource(this.traceId) : this.source;
      this.belongings = new Belongings(this.traceId);
    }
    const id = this.at.model.ids[this.at.selected];
    if (id !== this.asked || changed.has('view')) {
      this.ask(id);
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.loads?.abort();
    clearTimeout(this.asking);
  }

  ask(id) {
    if (id !== this.asked) {
      this.span = this.problem = this.scores = this.artifacts = undefined;
    }
    this.asked = id;
    this.loads?.abort();
    this.loads = new AbortController();
    clearTimeout(this.asking);
    this.asking = setTimeout(() => this.load(id, this.loads.signal), STAYS_MILLIS);
  }

  async load(id, signal) {
    try {
      const span = await this.source.load(id, signal);
      if (signal.aborted) {
        return;
      }
      this.span = span;
      this.talk = talk(span.attributes);
      this.tools = toolDefinitions(span.attributes);
      const [scores, artifacts] = await Promise.all([this.belongings.scoresOf(id, !span.parentSpanId), this.belongings.artifactsOf(id)]);
      if (!signal.aborted) {
        Object.assign(this, { scores, artifacts });
      }
    } catch (problem) {
      if (problem.name !== 'AbortError' && !signal.aborted) {
        this.problem = problem;
      }
    }
  }

  render() {
    const { at, span } = this;
    const i = at.selected;
    const name = at.model.names[i];
    return html`<aside class="span-details" aria-label="Details of the span">
      <header>
        <h2 title=${line(name)}>${line(name, 200)}</h2>
        <button type="button" class="quiet" aria-label="Close the details" title="Close (Esc)" @click=${() => this.dispatchEvent(new CustomEvent('close'))}>✕</button>
        <nav class="way" aria-label="Spans above it">${this.above(i).map((parent) => html`<button type="button" class="link"
          @click=${() => this.dispatchEvent(new CustomEvent('pick', { detail: { id: at.model.ids[parent] } }))}>${line(at.model.names[parent], 40)}</button> <span aria-hidden="true">›</span> `)}</nav>
        ${span ? html`<div class="copies" role="group" aria-label="Copy"><span class="muted small">Copy</span>
          ${copies(span, this.traceId).map(([text, label, value]) => copyButton(value, label, text))}</div>` : nothing}
      </header>
      ${overview(at, this.view, i, span)}
      ${this.problem ? this.failed() : span ? this.contents(span) : html`<p class="muted" role="status">Loading what it holds…</p>`}
    </aside>`;
  }

  failed() {
    return html`<p role="alert">${this.problem instanceof ServerLost ? 'What it holds comes when the console answers again.' : `What it holds can’t be shown: ${this.problem.message}.`}
      <button type="button" @click=${() => this.ask(this.asked)}>Try again</button></p>`;
  }

  contents(span) {
    const happened = events(span);
    const has = (key) => span.attributes[key] !== undefined && span.attributes[key] !== '';
    const shown = CONTENTS.filter(([, key]) => has(key));
    return html`
      ${this.talk.length ? section('Messages', html`<narrative-chat .messages=${this.talk}></narrative-chat>`) : nothing}
      ${shown.map(([title, key]) => section(title, html`<narrative-text .text=${String(span.attributes[key])} prefer="plain"></narrative-text>`))}
      ${happened.length ? section('Events', happened) : nothing}
      ${this.scores?.length ? section('Scores', scoreList(this.scores)) : nothing}
      ${this.artifacts?.length ? section('Artifacts', artifactList(this.artifacts)) : nothing}
      ${this.tools.length ? section('Tools it was offered', html`<narrative-text .text=${JSON.stringify(this.tools)}></narrative-text>`, false) : nothing}
      ${section('Attributes', html`<narrative-attributes .pairs=${span.attributes}></narrative-attributes>`)}
      ${section('Identity', html`<narrative-attributes .pairs=${identity(span, this.traceId)}></narrative-attributes>`, false)}`;
  }

  above(i) {
    const way = [];
    for (let parent = this.at.model.parent[i]; parent >= 0 && way.length < 6; parent = this.at.model.parent[parent]) {
      way.unshift(parent);
    }
    return way;
  }
}

function section(title, content, open = true) {
  return html`<details class="span-section" ?open=${open}><summary><h3>${title}</h3></summary>${content}</details>`;
}

function identity({ spanId, parentSpanId, scope, service, start, end }, traceId) {
  return Object.fromEntries(Object.entries({ traceId, spanId, parentSpanId, scope, service, start, end }).filter(([, value]) => value));
}

customElements.define('narrative-span-details', SpanDetails);
