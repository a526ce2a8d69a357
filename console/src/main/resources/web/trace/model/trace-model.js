import { CALL, CIRCLE, ERROR, INTERRUPTED, MISSING_PARENT, OPEN, REPEATED, RUNNING, SKEWED, isCallType, typeOf } from './flags.js';
import { forest, unique } from './forest.js';

/** Less than that before its parent is no sign of clocks that differ. */
const SLACK_MS = 0.001;

/**
 * A trace as columns. Spans are numbered as a reader of the tree meets them, so that what is below span `i` are the
 * numbers from `i + 1` to `end[i]` (exclusive). Times are milliseconds after the trace's start, with nanoseconds behind
 * the point.
 */
export class TraceModel {
  /**
   * @param summary the trace, as the REST API tells it
   * @param outlines its spans
   * @param nowMs milliseconds after the trace's start: how far spans that run have come
   */
  constructor(summary, outlines, nowMs = 0) {
    this.summary = summary;
    const { spans, repeated } = unique(outlines);
    const tree = forest(spans);
    this.count = spans.length;
    this.parent = tree.parent;
    this.depth = tree.depth;
    this.end = tree.end;
    this.#columns(this.count);
    for (let i = 0; i < this.count; i++) {
      this.#fill(i, spans[tree.order[i]]);
      this.flags[i] |= tree.missing.has(tree.order[i]) ? MISSING_PARENT : 0;
      this.flags[i] |= tree.cut.has(tree.order[i]) ? CIRCLE : 0;
      this.flags[i] |= repeated.size && repeated.has(this.ids[i]) ? REPEATED : 0;
    }
    this.#extent(nowMs);
    this.#family();
  }

  /** The number of the span with this id, -1 where there is none. */
  find(spanId) {
    return this.numbers.get(spanId) ?? -1;
  }

  has(i, flag) {
    return (this.flags[i] & flag) !== 0;
  }

  duration(i) {
    return this.stop[i] - this.start[i];
  }

  hasChildren(i) {
    return this.end[i] > i + 1;
  }

  /** How many spans stand below one. */
  below(i) {
    return this.end[i] - i - 1;
  }

  /** How many of the spans from one number to another (exclusive) have failed. */
  errorsBetween(from, to) {
    return this.errorsBefore[to] - this.errorsBefore[from];
  }

  *children(i) {
    for (let child = i + 1; child < this.end[i]; child = this.end[child]) {
      yield child;
    }
  }

  #columns(size) {
    this.ids = new Array(size);
    this.numbers = new Map();
    this.names = new Array(size);
    this.services = new Array(size);
    this.types = new Array(size);
    this.models = new Array(size);
    this.messages = new Array(size);
    this.start = new Float64Array(size);
    this.stop = new Float64Array(size);
    this.flags = new Uint8Array(size);
    this.inputTokens = new Float64Array(size);
    this.outputTokens = new Float64Array(size);
    this.cost = new Float64Array(size).fill(NaN);
    this.siblings = new Int32Array(size);
    this.place = new Int32Array(size);
    this.errorsBefore = new Int32Array(size + 1);
  }

  #fill(i, span) {
    const attributes = span.attributes ?? {};
    const type = typeOf(attributes);
    this.ids[i] = span.spanId;
    this.numbers.set(span.spanId, i);
    this.names[i] = span.name;
    this.services[i] = span.service ?? '';
    this.types[i] = type;
    this.models[i] = attributes['gen_ai.response.model'] ?? '';
    this.messages[i] = span.statusMessage ?? attributes['error.type'] ?? '';
    this.start[i] = span.offsetMs;
    this.stop[i] = span.offsetMs + (span.durationMs ?? 0);
    this.inputTokens[i] = attributes['gen_ai.usage.input_tokens'] ?? 0;
    this.outputTokens[i] = attributes['gen_ai.usage.output_tokens'] ?? 0;
    this.cost[i] = attributes['narrative.cost.total'] ?? NaN;
    this.flags[i] =
      (span.status === 'error' ? ERROR : 0) |
      (span.state === 'running' ? RUNNING : 0) |
      (span.state === 'interrupted' ? INTERRUPTED : 0) |
      (isCallType(type) ? CALL : 0);
  }

  /** From when to when it goes; spans that are open last until its end. */
  #extent(nowMs) {
    let from = Infinity;
    let to = -Infinity;
    let runs = false;
    for (let i = 0; i < this.count; i++) {
      from = Math.min(from, this.start[i]);
      to = Math.max(to, this.stop[i]);
      runs ||= this.has(i, RUNNING);
    }
    this.from = this.count ? from : 0;
    this.to = this.count ? Math.max(to, runs ? nowMs : to, from + 0.001) : 1;
    for (let i = 0; i < this.count; i++) {
      if (this.has(i, OPEN)) {
        this.stop[i] = this.to;
      }
    }
  }

  /** How many siblings a span has with itself, and which of them it is, counted from 0. */
  #family() {
    const known = new Map();
    for (let i = 0; i < this.count; i++) {
      const parent = this.parent[i];
      this.place[i] = known.get(parent) ?? 0;
      known.set(parent, this.place[i] + 1);
      this.errorsBefore[i + 1] = this.errorsBefore[i] + (this.flags[i] & ERROR);
      if (parent >= 0 && this.start[i] < this.start[parent] - SLACK_MS) {
        this.flags[i] |= SKEWED;
      }
    }
    for (let i = 0; i < this.count; i++) {
      this.siblings[i] = known.get(this.parent[i]);
    }
  }
}
