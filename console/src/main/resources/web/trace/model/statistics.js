import { ERROR, OPEN } from './flags.js';

/** Rows of a table: the spans of a trace by name and type, with what they took together. Times are milliseconds. */
export function statistics(model, self) {
  const groups = new Map();
  for (let i = 0; i < model.count; i++) {
    const key = model.types[i] + '\n' + model.names[i];
    let group = groups.get(key);
    if (!group) {
      group = {
        name: model.names[i], type: model.types[i], first: i, durations: [],
        count: 0, total: 0, self: 0, errors: 0, inputTokens: 0, outputTokens: 0, cost: NaN,
      };
      groups.set(key, group);
    }
    add(group, model, self, i);
  }
  return [...groups.values()].map(withPercentiles);
}

function add(group, model, self, i) {
  group.count++;
  group.errors += model.has(i, ERROR) ? 1 : 0;
  group.inputTokens += model.inputTokens[i];
  group.outputTokens += model.outputTokens[i];
  group.self += self[i];
  if (!Number.isNaN(model.cost[i])) {
    group.cost = (group.cost || 0) + model.cost[i];
  }
  if (!model.has(i, OPEN)) {
    group.durations.push(model.duration(i));
    group.total += model.duration(i);
  }
}

function withPercentiles({ durations, ...group }) {
  const sorted = Float64Array.from(durations).sort();
  return { ...group, p50: percentile(sorted, 0.5), p95: percentile(sorted, 0.95) };
}

/** The nearest rank, as the console's other figures are; NaN of nothing. */
export function percentile(sorted, part) {
  return sorted.length ? sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] : NaN;
}

/** What the summary of a trace does not tell. */
export function totals(model, own) {
  const told = { calls: 0, slowest: -1, models: new Set(), services: new Set() };
  for (let i = 0; i < model.count; i++) {
    if (model.models[i]) {
      told.calls++;
      told.models.add(model.models[i]);
    }
    told.services.add(model.services[i]);
    if (own[i] >= 0 && (told.slowest < 0 || own[i] > own[told.slowest])) {
      told.slowest = i;
    }
  }
  return told;
}
