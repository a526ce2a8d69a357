import { html, nothing } from 'lit';
import { PageElement } from '../lib/element.js';
import { dropView, savedViews, saveView } from '../lib/saved-views.js';

/** Views that were saved, and a form to save this one. */
class SavedViews extends PageElement {
  static properties = { page: {}, query: {}, views: { state: true } };

  willUpdate(changed) {
    if (changed.has('page')) {
      this.views = savedViews(this.page);
    }
  }

  render() {
    return html`<details class="menu" @keydown=${this.key}>
      <summary class="button">Views${this.views.length ? html` <span class="muted">${this.views.length}</span>` : nothing}</summary>
      <div class="menu-body">
        ${this.views.length ? html`<ul>${this.views.map((view) => html`<li class="row spread">
            <a href=${location.pathname + view.query} @click=${this.close} dir="auto">${view.name}</a>
            <button type="button" class="quiet" aria-label="Forget the view ${view.name}" @click=${() => this.drop(view.name)}>✕</button></li>`)}</ul>`
          : html`<p class="muted small">A view is what the filters say now, under a name, kept in this browser.</p>`}
        <form class="row" @submit=${this.save}>
          <label class="visually-hidden" for="view-name">Name of the view</label>
          <input id="view-name" name="name" maxlength="60" required placeholder="Name of this view" autocomplete="off">
          <button>Save</button>
        </form>
      </div></details>`;
  }

  save(event) {
    event.preventDefault();
    const name = new FormData(event.target).get('name').trim();
    if (name) {
      saveView(this.page, name, location.search);
      this.views = savedViews(this.page);
      event.target.reset();
    }
  }

  drop(name) {
    dropView(this.page, name);
    this.views = savedViews(this.page);
  }

  close() {
    this.querySelector('details').open = false;
  }

  key(event) {
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.close();
      this.querySelector('summary').focus();
    }
  }
}

customElements.define('narrative-saved-views', SavedViews);
