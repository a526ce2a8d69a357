import { html, nothing } from 'lit';
import { PageElement } from '../../lib/element.js';
import { bytes, visible } from '../../lib/format.js';
import { copyButton } from '../view/copy-button.js';
import { pretty } from './json-text.js';
import { markdown } from './markdown.js';

/** Characters that are drawn before somebody asks for all. */
const SHOWN = 8_000;
/** Longer than that nothing is taken for Markdown: it would stall the page. */
const LONGEST_MARKDOWN = 150_000;
const LONGEST_JSON = 3_000_000;
/** A long text is drawn in parts, so that the browser lays out only those in sight. */
const PART = 20_000;

const MODES = { markdown: 'Markdown', json: 'JSON', plain: 'Plain' };

/** A text of any length and of anybody: as Markdown, JSON or plain. `prefer` is how it is first drawn where it can be. */
class TextView extends PageElement {
  static properties = {
    text: { attribute: false }, prefer: {}, label: {}, mode: { state: true }, whole: { state: true }, drawn: { state: true },
  };

  willUpdate(changed) {
    if (changed.has('text')) {
      this.indented = this.text.length <= LONGEST_JSON ? pretty(this.text) : undefined;
      this.whole = false;
      this.mode = this.indented !== undefined ? 'json' : this.prefer === 'markdown' && this.modes().includes('markdown') ? 'markdown' : 'plain';
    }
    if (this.mode === 'markdown' && (changed.has('text') || changed.has('mode') || changed.has('whole'))) {
      const { text } = this;
      markdown(this.shown(text)).then((drawn) => { this.drawn = { text, drawn }; }, () => { this.mode = 'plain'; });
    }
  }

  modes() {
    return Object.keys(MODES).filter((mode) => mode === 'plain'
      || (mode === 'json' ? this.indented !== undefined : this.text.length <= LONGEST_MARKDOWN));
  }

  render() {
    const modes = this.modes();
    return html`<div class="text-view">
      <div class="text-modes">
        ${this.label ? html`<span class="text-label">${this.label}</span>` : nothing}
        ${modes.length > 1 ? html`<span role="group" aria-label="Shown as">${modes.map((mode) => html`
          <button type="button" class="quiet" aria-pressed=${this.mode === mode} @click=${() => { this.mode = mode; }}>${MODES[mode]}</button>`)}</span>` : nothing}
        ${copyButton(() => this.text, 'Copy this text')}
      </div>
      ${this.content()}
    </div>`;
  }

  content() {
    if (this.mode === 'markdown' && this.drawn?.text === this.text) {
      return html`<div class="md">${this.drawn.drawn}</div>${this.more(this.text)}`;
    }
    const text = this.mode === 'json' ? this.indented : this.text;
    return html`<div class="text-plain">${parts(this.shown(text)).map((part) => html`<pre>${visible(part)}</pre>`)}</div>${this.more(text)}`;
  }

  shown(text) {
    return this.whole ? text : text.slice(0, SHOWN);
  }

  more(text) {
    return this.whole || text.length <= SHOWN ? nothing : html`<p class="text-more">The first ${bytes(SHOWN)} of ${bytes(text.length)} are shown.
      <button type="button" @click=${() => { this.whole = true; }}>Show all</button></p>`;
  }
}

/** Cuts a text where lines end, or else anywhere. */
function parts(text) {
  const cut = [];
  for (let from = 0; from < text.length || cut.length === 0;) {
    const end = from + PART;
    const newline = text.length > end ? text.lastIndexOf('\n', end) : text.length;
    const to = newline > from ? newline : end;
    cut.push(text.slice(from, to));
    from = text[to] === '\n' ? to + 1 : to;
    if (from >= text.length) {
      break;
    }
  }
  return cut;
}

customElements.define('narrative-text', TextView);
