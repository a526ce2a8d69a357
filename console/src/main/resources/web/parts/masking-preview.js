import { html } from 'lit';
import { send } from '../lib/api.js';
import { PageElement } from '../lib/element.js';
import { visible } from '../lib/format.js';

const EXAMPLE = 'Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.payload.signature, password=hunter2, card 4111 1111 1111 1111, ada@example.org';
const PAUSE_MILLIS = 300;

/** Shows what masking leaves of a text that somebody types. */
class MaskingPreview extends PageElement {
  static properties = { text: { state: true }, masked: { state: true }, error: { state: true } };

  constructor() {
    super();
    this.text = EXAMPLE;
  }

  connectedCallback() {
    super.connectedCallback();
    this.ask();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  render() {
    return html`<h2>Masking</h2>
      <p class="small">The built-in masks, as they hold for what this console receives. Agents mask before they write, with patterns of their own as well. Nothing that is typed here is kept.</p>
      <div class="side-by-side">
        <label><span class="muted small">Text</span><textarea rows="4" .value=${this.text} @input=${this.typed} spellcheck="false"></textarea></label>
        <div><span class="muted small" id="masked">What is kept</span><output class="masked" aria-labelledby="masked" dir="auto">${this.error ? visible(this.error.message) : visible(this.masked ?? '…')}</output></div>
      </div>`;
  }

  typed(event) {
    this.text = event.target.value;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), PAUSE_MILLIS);
  }

  async ask() {
    const { text } = this;
    try {
      const { masked } = await send('POST', '/api/v1/masking', { text });
      if (text === this.text) {
        this.masked = masked;
        this.error = undefined;
      }
    } catch (e) {
      this.error = e;
    }
  }
}

customElements.define('narrative-masking-preview', MaskingPreview);
