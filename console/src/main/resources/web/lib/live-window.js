/** The traces of the last minutes, and what they tell. */

export const WINDOW_MILLIS = 5 * 60_000;
const STEP_MILLIS = 5_000;
const MOST = 2_000;

export class LiveWindow {
  #traces = new Map();

  /** Takes a trace, or what it has become. */
  add(trace) {
    this.#traces.set(trace.traceId, trace);
    if (this.#traces.size > MOST) {
      this.#traces.delete(this.#traces.keys().next().value);
    }
  }

  get(traceId) {
    return this.#traces.get(traceId);
  }

  /** Figures of the traces that ended within the window, and of those that run. */
  figures(now) {
    const all = [...this.#traces.values()];
    const ended = all.filter((trace) => trace.status !== 'running' && now - Date.parse(trace.end) < WINDOW_MILLIS);
    const durations = ended.map((trace) => trace.durationMs).sort((a, b) => a - b);
    const failed = ended.filter((trace) => trace.errorCount > 0).length;
    return {
      active: all.filter((trace) => trace.status === 'running').length,
      ended: ended.length,
      failed,
      perMinute: ended.length / (WINDOW_MILLIS / 60_000),
      p50: durations[Math.floor(durations.length * 0.5)],
      p95: durations[Math.min(durations.length - 1, Math.floor(durations.length * 0.95))],
      tokens: ended.reduce((sum, trace) => sum + trace.inputTokens + trace.outputTokens, 0),
      cost: ended.some((trace) => trace.cost !== undefined) ? ended.reduce((sum, trace) => sum + (trace.cost ?? 0), 0) : undefined,
    };
  }

  /** How many ended and how many of them failed, by steps of five seconds, the oldest first. */
  steps(now) {
    const last = Math.floor(now / STEP_MILLIS);
    const steps = Array.from({ length: WINDOW_MILLIS / STEP_MILLIS }, () => ({ ended: 0, failed: 0 }));
    for (const trace of this.#traces.values()) {
      const at = steps.length - 1 - (last - Math.floor(Date.parse(trace.end) / STEP_MILLIS));
      if (trace.status !== 'running' && steps[at]) {
        steps[at].ended++;
        steps[at].failed += trace.errorCount > 0 ? 1 : 0;
      }
    }
    return steps;
  }
}
