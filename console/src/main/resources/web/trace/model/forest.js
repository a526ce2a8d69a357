/**
 * Spans as a forest, in time that grows with their number: parents by id, children by their start. Every span stands in
 * it once. One whose parent is missing is a root; a circle of parents is cut where it begins first.
 */

/** One object for each id, by their start: of two with the same id the one that has ended, or else the first. */
export function unique(spans) {
  const places = new Map();
  const kept = [];
  const repeated = new Set();
  for (const span of spans) {
    const known = places.get(span.spanId);
    if (known === undefined) {
      places.set(span.spanId, kept.length);
      kept.push(span);
    } else {
      repeated.add(span.spanId);
      if (kept[known].state && !span.state) {
        kept[known] = span;
      }
    }
  }
  if (!isSorted(kept)) {
    kept.sort((a, b) => a.offsetMs - b.offsetMs || (a.spanId < b.spanId ? -1 : 1));
  }
  return { spans: kept, repeated };
}

function isSorted(spans) {
  for (let i = 1; i < spans.length; i++) {
    if (spans[i - 1].offsetMs > spans[i].offsetMs) {
      return false;
    }
  }
  return true;
}

/**
 * The order in which a reader of the tree meets the spans, as places in `spans`; and of each place of that order its
 * parent's (-1 for a root), its depth, and where what is below it ends.
 */
export function forest(spans) {
  const links = new Links(spans);
  const walk = new Walk(spans.length, links);
  for (let i = 0; i < spans.length; i++) {
    if (links.parent[i] < 0) {
      walk.from(i);
    }
  }
  const cut = new Set();
  for (let i = 0; walk.size < spans.length && i < spans.length; i++) {
    if (walk.placeOf[i] < 0) {
      const first = firstOfCircle(i, links.parent);
      cut.add(first);
      walk.from(first);
    }
  }
  return { order: walk.order, parent: walk.parent, depth: walk.depth, end: walk.end, missing: links.missing, cut };
}

/** Who is whose child: lists that are linked by numbers. */
class Links {
  constructor(spans) {
    const size = spans.length;
    this.parent = new Int32Array(size).fill(-1);
    this.first = new Int32Array(size).fill(-1);
    this.next = new Int32Array(size).fill(-1);
    this.missing = new Set();
    const places = new Map();
    spans.forEach((span, i) => places.set(span.spanId, i));
    for (let i = size - 1; i >= 0; i--) {
      const named = spans[i].parentSpanId;
      if (!named) {
        continue;
      }
      const parent = places.get(named);
      if (parent === undefined) {
        this.missing.add(i);
        continue;
      }
      this.parent[i] = parent;
      this.next[i] = this.first[parent];
      this.first[parent] = i;
    }
  }
}

/** Goes down from roots, without calling itself: a chain of 50,000 spans is as good as a wide tree. */
class Walk {
  constructor(size, links) {
    this.links = links;
    this.size = 0;
    this.order = new Int32Array(size);
    this.placeOf = new Int32Array(size).fill(-1);
    this.parent = new Int32Array(size).fill(-1);
    this.depth = new Int32Array(size);
    this.end = new Int32Array(size);
  }

  from(root) {
    const stack = [root];
    this.#enter(root, -1);
    const cursor = [this.links.first[root]];
    while (stack.length) {
      const top = stack.length - 1;
      let child = cursor[top];
      while (child >= 0 && this.placeOf[child] >= 0) {
        child = this.links.next[child];
      }
      if (child < 0) {
        this.end[this.placeOf[stack.pop()]] = this.size;
        cursor.pop();
      } else {
        cursor[top] = this.links.next[child];
        this.#enter(child, this.placeOf[stack[top]]);
        stack.push(child);
        cursor.push(this.links.first[child]);
      }
    }
  }

  #enter(span, parent) {
    const place = this.size++;
    this.placeOf[span] = place;
    this.order[place] = span;
    this.parent[place] = parent;
    this.depth[place] = parent < 0 ? 0 : this.depth[parent] + 1;
  }
}

function firstOfCircle(start, parent) {
  const passed = new Set();
  let at = start;
  while (!passed.has(at)) {
    passed.add(at);
    at = parent[at];
  }
  let first = at;
  for (let next = parent[at]; next !== at; next = parent[next]) {
    first = Math.min(first, next);
  }
  return first;
}
