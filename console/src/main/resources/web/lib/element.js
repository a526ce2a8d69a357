import { LitElement } from 'lit';

/**
 * An element that draws into the document itself. The stylesheets of style/ hold for it, the browser's search finds its
 * text, and labels reach across elements.
 */
export class PageElement extends LitElement {
  createRenderRoot() {
    return this;
  }

  /** Calls until the element is taken out: listeners and intervals are given back by themselves. */
  whileConnected(target, type, listener, options) {
    this.signal ??= new AbortController();
    target.addEventListener(type, listener, { ...options, signal: this.signal.signal });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.signal?.abort();
    this.signal = undefined;
  }
}
