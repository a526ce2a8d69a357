/** Siblings that are shown before the rest is folded, and how many more a fold gives at a time. */
export const FOLDED_ABOVE = 100;

const NONE = 0;
const WAY = 1;
const MATCH = 2;

/**
 * Which rows of a tree are in sight: an array that is filled anew in place when something is collapsed, unfolded or
 * filtered. A row is a span's number, or -1 for siblings that are folded away.
 */
export class VisibleRows {
  #model;
  #rows;
  #rowOf;
  #shown;
  #mask = null;
  #collapsed;
  #limits = new Map();
  #folds = new Map();

  constructor(model) {
    this.#model = model;
    this.#rows = new Int32Array(model.count * 2 + 1);
    this.#rowOf = new Int32Array(model.count);
    this.#shown = new Int32Array(model.count + 1);
    this.#collapsed = new Uint8Array(model.count);
    this.length = 0;
    this.update();
  }

  /** The span in a row; -1 where it is a fold. */
  span(row) {
    const value = this.#rows[row];
    return value >= 0 ? value : -1;
  }

  /** What a row folds away: `{parent, spans, errors}`; undefined where it is a span. */
  fold(row) {
    return this.#rows[row] < 0 ? this.#folds.get(row) : undefined;
  }

  /** The row of a span, -1 where it is not in sight. */
  rowOf(span) {
    return span < 0 ? -1 : this.#rowOf[span];
  }

  isCollapsed(span) {
    return this.#collapsed[span] === 1;
  }

  /** Whether a filter is on and this span is there only as the way to one that it lets through. */
  isWay(span) {
    return this.#mask !== null && this.#mask[span] === WAY;
  }

  collapse(span, collapsed) {
    this.#collapsed[span] = collapsed ? 1 : 0;
    this.update();
  }

  /** Collapses what is at this depth or below, and opens what is above; Infinity opens all. */
  collapseFrom(depth) {
    for (let i = 0; i < this.#model.count; i++) {
      this.#collapsed[i] = this.#model.depth[i] >= depth && this.#model.hasChildren(i) ? 1 : 0;
    }
    this.update();
  }

  /** Shows more of the children of a span, or of the roots for -1. */
  unfold(parent, more = FOLDED_ABOVE) {
    this.#limits.set(parent, this.#limit(parent) + more);
    this.update();
  }

  unfoldAll() {
    for (let i = 0; i < this.#model.count; i++) {
      if (this.#model.siblings[i] > FOLDED_ABOVE) {
        this.#limits.set(this.#model.parent[i], Infinity);
      }
    }
    this.update();
  }

  /** Lets through only these spans and those above them; all for null. */
  filter(numbers) {
    this.#mask = null;
    if (numbers !== null) {
      this.#mask = new Uint8Array(this.#model.count);
      for (const number of numbers) {
        this.#mask[number] = MATCH;
        for (let i = this.#model.parent[number]; i >= 0 && this.#mask[i] === NONE; i = this.#model.parent[i]) {
          this.#mask[i] = WAY;
        }
      }
    }
    this.update();
  }

  /** Opens and unfolds what hides a span; tells whether it is in sight then, which a filter may prevent. */
  reveal(span) {
    for (let i = this.#model.parent[span]; i >= 0; i = this.#model.parent[i]) {
      this.#collapsed[i] = 0;
    }
    for (let i = span; i >= 0; i = this.#model.parent[i]) {
      const parent = this.#model.parent[i];
      this.#limits.set(parent, Math.max(this.#limit(parent), this.#model.place[i] + 1));
    }
    this.update();
    return this.rowOf(span) >= 0;
  }

  /** Takes over what was collapsed and unfolded in an earlier state of the trace. */
  adopt(before, was) {
    const numbered = (old) => (old < 0 ? -1 : this.#model.find(was.ids[old]));
    for (let old = 0; old < was.count; old++) {
      if (before.#collapsed[old] === 1 && numbered(old) >= 0) {
        this.#collapsed[numbered(old)] = 1;
      }
    }
    before.#limits.forEach((limit, old) => {
      if (old < 0 || numbered(old) >= 0) {
        this.#limits.set(numbered(old), limit);
      }
    });
    this.update();
  }

  #limit(parent) {
    return this.#limits.get(parent) ?? FOLDED_ABOVE;
  }

  /** Fills the array. One pass over the spans, which costs less than a millisecond for 50,000 of them. */
  update() {
    const { count, parent, end } = this.#model;
    this.#rowOf.fill(-1);
    this.#shown.fill(0);
    this.#folds.clear();
    const foldRows = new Map();
    let length = 0;
    let i = 0;
    while (i < count) {
      if (this.#mask !== null && this.#mask[i] === NONE) {
        i = end[i];
        continue;
      }
      const above = parent[i];
      if (this.#shown[above + 1]++ < this.#limit(above)) {
        this.#rowOf[i] = length;
        this.#rows[length++] = i;
        i = this.#collapsed[i] === 1 ? end[i] : i + 1;
        continue;
      }
      let row = foldRows.get(above);
      if (row === undefined) {
        row = length++;
        foldRows.set(above, row);
        this.#rows[row] = -1;
        this.#folds.set(row, { parent: above, spans: 0, errors: 0 });
      }
      const fold = this.#folds.get(row);
      fold.spans++;
      fold.errors += this.#model.errorsBetween(i, end[i]);
      i = end[i];
    }
    this.length = length;
  }
}
