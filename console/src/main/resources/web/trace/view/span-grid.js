import { gridHead, HEADS, part } from './grid-parts.js';
import { gridKey } from './grid-keys.js';
import { RowPool } from './row-pool.js';
import { newRow, writeFold, writeSpan } from './span-row.js';
import { drawAxis } from './time-axis.js';

/** Pixels; the stylesheet has the same. */
const ROW = 28;
const BEYOND = 6;

/**
 * Tree and waterfall in one: a treegrid of which only the rows in sight exist. What it shows is given as `at`: model,
 * rows, scale, matches, path, selected. Events: `pick` with a span, `toggle` with a span, `unfold` with a parent.
 */
class SpanGrid extends HTMLElement {
  #at;
  #active = 0;
  #holdsFocus = false;

  connectedCallback() {
    if (this.scroller) {
      return;
    }
    this.scroller = this.appendChild(part('div', 'span-grid', 'treegrid'));
    this.scroller.setAttribute('aria-label', 'Spans');
    this.scroller.setAttribute('aria-colcount', HEADS.length);
    this.scroller.tabIndex = -1;
    this.head = this.scroller.appendChild(gridHead());
    this.body = this.scroller.appendChild(part('div', 'span-rows', 'rowgroup'));
    this.pool = new RowPool(this.body, ROW, newRow, (row, number) => this.#write(row, number));
    this.scroller.addEventListener('scroll', () => this.#show(false), { passive: true });
    this.scroller.addEventListener('keydown', (event) => this.#key(event));
    this.scroller.addEventListener('click', (event) => this.#click(event));
    this.scroller.addEventListener('focusin', (event) => this.#focused(event));
    this.scroller.addEventListener('focusout', (event) => { this.#holdsFocus &&= this.scroller.contains(event.relatedTarget) || event.relatedTarget === null; });
    this.resized = new ResizeObserver(() => this.#show(true));
    this.resized.observe(this.scroller);
    this.#refresh();
    if (this.#at && this.#at.selected >= 0) {
      this.#reveal(this.#active);
    }
  }

  disconnectedCallback() {
    this.resized?.unobserve(this.scroller);
  }

  set at(at) {
    const before = this.#at;
    const moved = !before || before.model.ids[before.selected] !== at.model.ids[at.selected];
    const anchor = before && before.model !== at.model ? this.#topSpan() : undefined;
    this.#at = at;
    const row = at.rows.rowOf(at.selected);
    if (row >= 0 && (moved || this.#active >= at.rows.length || at.rows.span(this.#active) >= 0)) {
      this.#active = row;
    }
    this.#refresh();
    if (moved && row >= 0 && this.scroller) {
      this.#reveal(row);
    } else if (anchor) {
      this.#keepInPlace(anchor);
    }
  }

  /** Puts the keyboard on the row of the selected span. */
  focusSelected() {
    this.#holdsFocus = true;
    this.#show(false);
  }

  /** The span in the first row that is seen, and how much of it has been scrolled away. */
  #topSpan() {
    const top = this.scroller?.scrollTop ?? 0;
    const span = top > 0 ? this.#at.rows.span(Math.floor(top / ROW)) : -1;
    return span < 0 ? undefined : { id: this.#at.model.ids[span], beyond: top % ROW };
  }

  /** Rows that came above do not push away what a visitor reads. */
  #keepInPlace({ id, beyond }) {
    const row = this.#at.rows.rowOf(this.#at.model.find(id));
    if (row >= 0) {
      this.scroller.scrollTop = row * ROW + beyond;
      this.#show(false);
    }
  }

  #refresh() {
    if (!this.scroller || !this.#at) {
      return;
    }
    this.#active = Math.max(0, Math.min(this.#active, this.#at.rows.length - 1));
    this.body.style.height = `${this.#at.rows.length * ROW}px`;
    this.scroller.setAttribute('aria-rowcount', this.#at.rows.length + 1);
    drawAxis(this.head.lastChild, this.body, this.#at);
    this.#show(true);
  }

  #show(all) {
    if (!this.#at) {
      return;
    }
    const top = this.scroller.scrollTop;
    const from = Math.max(0, Math.floor(top / ROW) - BEYOND);
    const to = Math.min(this.#at.rows.length, Math.ceil((top + this.scroller.clientHeight) / ROW) + BEYOND);
    this.pool.show(from, to, all);
    this.#keepFocus(from, to);
  }

  /** One row can be reached by Tab. Where it leaves the sight the grid holds the focus for it. */
  #keepFocus(from, to) {
    const inSight = this.#active >= from && this.#active < to;
    this.tabStop?.setAttribute('tabindex', '-1');
    this.tabStop = this.pool.element(inSight ? this.#active : from);
    this.tabStop?.setAttribute('tabindex', '0');
    if (this.#holdsFocus) {
      (inSight ? this.tabStop : this.scroller)?.focus({ preventScroll: true });
    }
  }

  #write(row, number) {
    const { rows, model } = this.#at;
    const span = rows.span(number);
    row.setAttribute('aria-rowindex', number + 2);
    row.setAttribute('tabindex', '-1');
    if (span < 0) {
      writeFold(row, rows.fold(number), model);
    } else {
      writeSpan(row, this.#at, span);
    }
  }

  #reveal(row) {
    const top = row * ROW;
    const room = this.scroller.clientHeight - this.head.offsetHeight;
    if (top < this.scroller.scrollTop || top + ROW > this.scroller.scrollTop + room) {
      this.scroller.scrollTop = Math.max(0, top - room / 3);
    }
    this.#show(false);
  }

  #key(event) {
    const page = Math.max(1, Math.floor(this.scroller.clientHeight / ROW) - 2);
    const done = this.#at && gridKey(event, this.#at.rows, this.#at.model, this.#active, page);
    if (!done) {
      return;
    }
    event.preventDefault();
    this.#holdsFocus = true;
    if (done.toggle) {
      this.#toggle(this.#active, event.shiftKey);
    } else {
      this.#go(done.row);
    }
  }

  #go(row) {
    this.#active = row;
    this.#reveal(row);
    const span = this.#at.rows.span(row);
    if (span >= 0) {
      this.#tell('pick', { span });
    }
  }

  #toggle(row, all) {
    const span = this.#at.rows.span(row);
    if (span < 0) {
      this.#tell('unfold', { parent: this.#at.rows.fold(row).parent, all });
    } else if (this.#at.model.hasChildren(span)) {
      this.#tell('toggle', { span });
    }
  }

  #click(event) {
    const row = this.pool.rowOf(event.target);
    if (row < 0) {
      return;
    }
    this.#holdsFocus = true;
    const twisty = event.target.closest('.twisty') && this.#at.rows.span(row) >= 0;
    if (this.#at.rows.span(row) < 0 || twisty) {
      this.#active = row;
      this.#toggle(row, event.shiftKey);
    }
    if (!twisty) {
      this.#go(Math.min(row, this.#at.rows.length - 1));
    }
  }

  #focused(event) {
    this.#holdsFocus = true;
    const row = this.pool.rowOf(event.target);
    if (row >= 0) {
      this.#active = row;
    }
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

customElements.define('narrative-span-grid', SpanGrid);
