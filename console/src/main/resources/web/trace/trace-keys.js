/** What the keys of a trace's page do; for the help, which is there before the page. */
export const TRACE_KEYS = [
  ['↑, ↓, ←, →', 'through the tree; → opens, ← closes'],
  ['/', 'search in the trace'],
  ['n, N', 'next and previous match'],
  ['e, E', 'next and previous error'],
  ['m, x, c', 'matches, errors, model calls only'],
  ['p', 'critical path'],
  ['[, ]', 'show less or more levels'],
  ['z', 'all of the time'],
  ['1, 2, 3, 4', 'waterfall, flame graph, statistics, flow'],
  ['Esc', 'close the details'],
];
