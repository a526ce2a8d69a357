import { html } from 'lit';
import { PageElement } from '../lib/element.js';

const EVERYWHERE = [['?', 'this help'], ['Tab', 'to the next control']];

/** The keys of the page that is shown, and where to read more. */
class Help extends PageElement {
  static properties = { keys: { state: true } };

  constructor() {
    super();
    this.keys = [];
  }

  open(keys) {
    this.keys = keys ?? [];
    this.updateComplete.then(() => {
      const dialog = this.querySelector('dialog');
      if (!dialog.open) {
        dialog.showModal();
      }
    });
  }

  render() {
    return html`<dialog class="dialog" aria-labelledby="help-title">
      <form method="dialog" class="row spread"><h2 id="help-title">Keys</h2><button class="quiet" aria-label="Close">✕</button></form>
      <dl class="keys">${[...this.keys, ...EVERYWHERE].map(([keys, what]) => html`
        <div><dt>${keys.split(', ').map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${what}</dd></div>`)}</dl>
      <p class="small muted">What is chosen on a page stands in its address: a link shows the same.
        The same figures come from <code>narrative --help</code> and <a href="/api/v1/openapi.yaml" target="_blank">the API</a>.</p>
    </dialog>`;
  }
}

customElements.define('narrative-help', Help);
