import { html, nothing } from 'lit';
import { connection, me, send } from './lib/api.js';
import { PageElement } from './lib/element.js';
import { visible } from './lib/format.js';
import { here, route, start } from './lib/route.js';
import { pageOf, SECTIONS } from './pages.js';
import './parts/help.js';
import './parts/theme-switch.js';

/** The house around every page: head, navigation, what is known of the server, help. */
class NarrativeApp extends PageElement {
  static properties = { page: { state: true }, lost: { state: true }, who: { state: true } };

  constructor() {
    super();
    this.lost = connection.lost;
    this.page = pageOf(here());
  }

  connectedCallback() {
    super.connectedCallback();
    start();
    this.whileConnected(route, 'change', () => this.moved());
    this.whileConnected(connection, 'lost', () => { this.lost = true; });
    this.whileConnected(connection, 'back', () => { this.lost = false; });
    this.whileConnected(window, 'keydown', (event) => this.key(event));
    me().then((who) => { this.who = who; }, () => {});
    this.load();
  }

  moved() {
    const before = this.page;
    this.page = pageOf(here());
    this.load();
    if (before.tag !== this.page.tag || JSON.stringify(before.params) !== JSON.stringify(this.page.params)) {
      window.scrollTo(0, 0);
      this.querySelector('main')?.focus();
    }
  }

  /** A page's module comes when it is first shown. */
  load() {
    document.title = `${this.page.title} · Narrative`;
    this.page.load().catch(() => connection.failed());
  }

  key(event) {
    if (event.key === '?' && !event.composedPath().some(isField)) {
      event.preventDefault();
      this.querySelector('narrative-help').open(this.page.keys);
    }
  }

  render() {
    return html`
      <a class="skip" href="#page" @click=${this.skip}>Skip to the page</a>
      <header class="app-head">
        <a class="app-name" href="/"><img src="/web/icon.svg" width="22" height="22" alt="">Narrative</a>
        <nav class="app-nav" aria-label="Pages">
          <ul>${SECTIONS.filter((section) => !section.role || section.role === this.who?.role).map((section) => html`
            <li><a href=${section.href} aria-current=${section.id === this.page.section ? 'page' : nothing}>${section.name}</a></li>`)}
          </ul>
        </nav>
        <div class="app-tools">
          ${this.who?.csrf ? html`<button class="quiet" type="button" title="Logged in as ${visible(this.who.name)}" @click=${this.logOut}>Log out</button>` : nothing}
          <narrative-theme-switch></narrative-theme-switch>
          <button class="quiet" type="button" aria-label="Help and keys" title="Help and keys (?)"
            @click=${() => this.querySelector('narrative-help').open(this.page.keys)}>?</button>
        </div>
      </header>
      <div role="status">${this.lost ? html`
        <p class="lost"><span aria-hidden="true">⚠</span> The console does not answer. This page shows what it had, and goes on by itself when the console is back.
          <button type="button" @click=${() => connection.tryNow()}>Try now</button></p>` : nothing}</div>
      <main id="page" tabindex="-1" class=${this.page.wide ? 'wide' : ''}>${this.page.draw()}</main>
      <narrative-help></narrative-help>`;
  }

  /** Where the navigation is wider than the window, the page's own link is brought into sight. */
  updated(changed) {
    if (changed.has('page')) {
      const nav = this.querySelector('.app-nav');
      const link = nav.querySelector('[aria-current]');
      if (link) {
        nav.scrollLeft = link.offsetLeft - nav.offsetLeft - (nav.clientWidth - link.offsetWidth) / 2;
      }
    }
  }

  async logOut() {
    await send('POST', '/logout');
    location.assign('/login');
  }

  skip(event) {
    event.preventDefault();
    this.querySelector('main').focus();
  }
}

function isField(node) {
  return node instanceof HTMLElement && (node.matches('input:not([type="checkbox"], [type="radio"]), textarea, select') || node.isContentEditable);
}

customElements.define('narrative-app', NarrativeApp);
