import { get } from '../lib/api.js';
import { TraceModel } from './model/trace-model.js';

/** So many spans the server gives at once, at most. */
const CHUNK = 20_000;

/** A trace's address in the REST API. */
export function apiPath(traceId, rest = '') {
  return `/api/v1/traces/${encodeURIComponent(traceId)}${rest}`;
}

/** An id as the server tells it: a UUID is an id, too. */
export function canonicalId(traceId) {
  return traceId.replaceAll('-', '').toLowerCase();
}

/**
 * Loads a trace, chunk by chunk where it is large. `partly` is called with what is there of it when there is more to
 * come.
 */
export async function loadTrace(traceId, { signal, partly } = {}) {
  const spans = [];
  let cursor;
  for (;;) {
    const chunk = await get(apiPath(traceId), { limit: CHUNK, cursor }, { signal });
    spans.push(...chunk.spans);
    cursor = chunk.next;
    if (!cursor) {
      return new TraceModel(chunk.trace, spans, now(chunk.trace));
    }
    if (spans.length === CHUNK) {
      partly?.(new TraceModel(chunk.trace, spans, now(chunk.trace)));
    }
  }
}

/** How long ago a trace began, by this machine's clock; nothing for one that does not run. */
function now(trace) {
  return trace.status === 'running' || trace.running > 0 ? Math.max(0, Date.now() - Date.parse(trace.start)) : 0;
}

/** What is known of single spans: the latest few that were asked for, except those that were still open. */
export class SpanSource {
  #known = new Map();

  constructor(traceId) {
    this.traceId = traceId;
  }

  async load(spanId, signal) {
    const known = this.#known.get(spanId);
    if (known) {
      return known;
    }
    const span = await get(apiPath(this.traceId, `/spans/${spanId}`), {}, { signal });
    if (span.state === 'ended') {
      this.#known.set(spanId, span);
      if (this.#known.size > 40) {
        this.#known.delete(this.#known.keys().next().value);
      }
    }
    return span;
  }
}
