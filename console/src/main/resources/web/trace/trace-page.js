import { html } from 'lit';
import { PageElement } from '../lib/element.js';

/** A trace. */
class TracePage extends PageElement {
  static properties = { traceId: { attribute: 'trace-id' }, query: { attribute: false } };

  render() {
    return html`<h1>Trace ${this.traceId}</h1>`;
  }
}

customElements.define('narrative-trace-page', TracePage);
