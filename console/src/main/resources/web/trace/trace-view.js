import { SpanSearch, following } from './model/search.js';
import { TimeScale } from './model/time-scale.js';
import { criticalPath, selfTimes } from './model/timing.js';
import { VisibleRows } from './model/visible-rows.js';

/**
 * A trace as it is looked at: the model, and what a visitor's choices make of it. `at` is what is drawn; it is a new
 * object whenever something in it has changed.
 */
export class TraceView {
  #state;

  constructor(model, state, before) {
    this.model = model;
    this.search = new SpanSearch(model);
    this.rows = new VisibleRows(model);
    this.errors = this.search.errors();
    if (before) {
      this.rows.adopt(before.rows, before.model);
    }
    this.#begin(state, before === undefined);
  }

  /** Takes over what was chosen, and does again only what it changes. */
  apply(state) {
    const before = this.#state;
    this.#state = state;
    if (state.q !== before.q) {
      this.matches = this.search.matches(state.q);
    }
    if (state.depth !== before.depth) {
      this.rows.collapseFrom(state.depth);
    }
    if (state.only !== before.only || (state.only === 'matches' && state.q !== before.q)) {
      this.#filter();
    }
    if (state.zoom !== before.zoom) {
      this.scale = TimeScale.parse(state.zoom, this.model);
    }
    if (state.span !== before.span) {
      this.#reveal();
    }
    this.changed();
  }

  /** Says that rows were collapsed or unfolded. */
  changed() {
    const { model, rows, scale, errors, matches } = this;
    const path = this.#state.path ? this.ownTimes() : null;
    this.at = { model, rows, scale, errors, matches: this.#matchSet(matches), path, selected: model.find(this.#state.span) };
  }

  /** The same set as long as the matches are the same. */
  #matchSet(matches) {
    if (this.matchesOfSet !== matches) {
      this.matchesOfSet = matches;
      this.matchSet = new Set(matches);
    }
    return this.matchSet;
  }

  /** The span after the selected one that is searched for, or has failed; its id, '' where there is none. */
  next(kind, step) {
    const found = following(kind === 'errors' ? this.errors : this.matches, this.at.selected, step);
    return found < 0 ? '' : this.model.ids[found];
  }

  selfTimes() {
    return (this.self ??= selfTimes(this.model));
  }

  /** The time that each span has on the critical path; -1 beside it. */
  ownTimes() {
    return (this.own ??= criticalPath(this.model));
  }

  #begin(state, isFirst) {
    this.#state = state;
    this.matches = this.search.matches(state.q);
    this.scale = TimeScale.parse(state.zoom, this.model);
    if (isFirst && Number.isFinite(state.depth)) {
      this.rows.collapseFrom(state.depth);
    }
    if (state.only) {
      this.#filter();
    }
    if (isFirst) {
      this.#reveal();
    }
    this.changed();
  }

  #filter() {
    const { only } = this.#state;
    const lets = { matches: () => this.matches, errors: () => this.errors, calls: () => this.search.calls() };
    this.rows.filter(only ? lets[only]() : null);
  }

  #reveal() {
    const span = this.model.find(this.#state.span);
    if (span >= 0 && this.rows.rowOf(span) < 0) {
      this.rows.reveal(span);
    }
  }
}
