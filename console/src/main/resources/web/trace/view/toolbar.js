import { html, nothing } from 'lit';
import { PageElement } from '../../lib/element.js';
import { count } from '../../lib/format.js';

const SEARCH_LATER = 120;
const VIEWS = [['waterfall', 'Waterfall'], ['flame', 'Flame graph'], ['statistics', 'Statistics'], ['flow', 'Flow']];
const FILTERS = [['matches', 'Matches only', 'm'], ['errors', 'Errors only', 'x'], ['calls', 'Model calls only', 'c']];

/** How a trace is looked at. Events: `choose` with what changes, `step` to a match or error, `unfold` for all siblings. */
class TraceToolbar extends PageElement {
  static properties = { state: { attribute: false }, view: { attribute: false }, at: { attribute: false } };

  render() {
    const { state, view } = this;
    return html`<div class="trace-toolbar" role="group" aria-label="How the trace is looked at">
      <div class="views" role="group" aria-label="View">${VIEWS.map(([name, text]) => html`
        <button type="button" aria-pressed=${state.view === name} @click=${() => this.choose({ view: name })}>${text}</button>`)}</div>
      <div class="finder" role="search">
        <input type="search" aria-label="Search in this trace" placeholder="Search names, models, errors, ids  ( / )" .value=${state.q}
          @input=${this.typed} @keydown=${this.searchKey}>
        ${this.stepper('matches', state.q ? `${this.placeOf(view.matches)}${count(view.matches.length)}` : '', 'match', 'n')}
      </div>
      ${view.errors.length ? html`<div class="errors">${this.stepper('errors', html`<span aria-hidden="true">✗</span> ${this.placeOf(view.errors)}${count(view.errors.length)}`, 'error', 'e')}</div>` : nothing}
      ${state.view === 'waterfall' ? this.waterfall() : nothing}
    </div>`;
  }

  waterfall() {
    const { state, at } = this;
    return html`<div class="only" role="group" aria-label="Only">${FILTERS.map(([name, text, key]) => html`
        <button type="button" title="${text} (${key})" aria-pressed=${state.only === name} ?disabled=${name === 'matches' && !state.q && state.only !== name}
          @click=${() => this.choose({ only: state.only === name ? '' : name })}>${text}</button>`)}
        <button type="button" title="The spans that decide how long the trace takes (p)" aria-pressed=${state.path}
          @click=${() => this.choose({ path: !state.path })}>Critical path</button></div>
      <div class="levels" role="group" aria-label="Levels">
        <button type="button" class="quiet" title="Collapse all" aria-label="Collapse all" @click=${() => this.choose({ depth: 1 })}>⊟</button>
        <button type="button" class="quiet" title="Open all, and unfold all siblings" aria-label="Open all"
          @click=${() => { this.choose({ depth: Infinity }); this.dispatchEvent(new CustomEvent('unfold')); }}>⊞</button>
        ${state.zoom ? html`<button type="button" title="All of the time (z)" @click=${() => this.choose({ zoom: '' })}>Reset zoom</button>` : nothing}
        <span class="muted small">${count(at.rows.length)} rows</span></div>`;
  }

  stepper(kind, text, name, key) {
    return text ? html`<span class="steps"><output aria-live="polite">${text}</output>
      <button type="button" class="quiet" title="Previous ${name} (${key.toUpperCase()})" aria-label="Previous ${name}" @click=${() => this.step(kind, -1)}>↑</button>
      <button type="button" class="quiet" title="Next ${name} (${key})" aria-label="Next ${name}" @click=${() => this.step(kind, 1)}>↓</button></span>` : nothing;
  }

  /** `3 of ` when the selected span is the third. */
  placeOf(numbers) {
    const place = numbers.indexOf(this.at.selected);
    return place < 0 ? '' : `${count(place + 1)} of `;
  }

  typed(event) {
    clearTimeout(this.typing);
    const { value } = event.target;
    this.typing = setTimeout(() => this.choose({ q: value }), SEARCH_LATER);
  }

  searchKey(event) {
    if (event.key === 'Enter') {
      event.preventDefault();
      clearTimeout(this.typing);
      this.choose({ q: event.target.value });
      this.step('matches', event.shiftKey ? -1 : 1);
    } else if (event.key === 'Escape') {
      event.target.blur();
    }
  }

  choose(changes) {
    this.dispatchEvent(new CustomEvent('choose', { detail: changes }));
  }

  step(kind, step) {
    this.dispatchEvent(new CustomEvent('step', { detail: { kind, step } }));
  }
}

customElements.define('narrative-trace-toolbar', TraceToolbar);
