import { html } from 'lit';
import { PageElement } from '../lib/element.js';

const KEY = 'narrative.theme';
const THEMES = { system: 'as the system', light: 'light', dark: 'dark' };
const SIGNS = { system: '◐', light: '☀', dark: '☾' };

/** Goes round between the system's theme, light and dark. */
class ThemeSwitch extends PageElement {
  static properties = { theme: { state: true } };

  constructor() {
    super();
    this.theme = document.documentElement.dataset.theme ?? 'system';
  }

  render() {
    const said = `Theme: ${THEMES[this.theme]}`;
    return html`<button class="quiet" type="button" aria-label=${said} title=${said} @click=${this.next}>
      <span aria-hidden="true">${SIGNS[this.theme]}</span></button>`;
  }

  next() {
    const names = Object.keys(THEMES);
    this.theme = names[(names.indexOf(this.theme) + 1) % names.length];
    if (this.theme === 'system') {
      delete document.documentElement.dataset.theme;
    } else {
      document.documentElement.dataset.theme = this.theme;
    }
    try {
      localStorage.setItem(KEY, this.theme);
    } catch {
      // it holds for this page
    }
  }
}

customElements.define('narrative-theme-switch', ThemeSwitch);
