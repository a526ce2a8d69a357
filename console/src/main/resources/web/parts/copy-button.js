import { html } from 'lit';
import { PageElement } from '../lib/element.js';

/** Copies a text, and says so where the button was. */
class CopyButton extends PageElement {
  static properties = { text: { attribute: false }, label: {}, done: { state: true } };

  render() {
    return html`<button type="button" class="quiet copy" @click=${this.copy} aria-label=${this.label ?? 'Copy'} title=${this.label ?? 'Copy'}>
      ${this.done ? html`<span role="status">${this.done}</span>` : 'Copy'}</button>`;
  }

  async copy() {
    try {
      await navigator.clipboard.writeText(typeof this.text === 'function' ? await this.text() : this.text);
      this.done = 'Copied';
    } catch {
      this.done = 'The browser did not allow it';
    }
    setTimeout(() => { this.done = undefined; }, 1_500);
  }
}

customElements.define('narrative-copy', CopyButton);
