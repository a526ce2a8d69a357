/** What two traces differ in, from what the REST API tells of them side by side. */

/** The rows that are shown: all, or those that differ with the spans above them. */
export function shownRows(spans, changesOnly) {
  if (!changesOnly) {
    return spans;
  }
  const keep = new Array(spans.length).fill(false);
  let wanted = -1;
  for (let i = spans.length - 1; i >= 0; i--) {
    const { depth, change } = spans[i];
    if (change !== 'same' || depth < wanted) {
      keep[i] = true;
      wanted = depth;
    } else if (depth === 0) {
      wanted = -1;
    }
  }
  return spans.filter((span, i) => keep[i]);
}

/** How many spans became what. */
export function counts(spans) {
  const found = { same: 0, changed: 0, added: 0, removed: 0 };
  spans.forEach(({ change }) => { found[change]++; });
  return found;
}

/** A difference of two figures; undefined where one of them is not known. */
export function difference(before, after) {
  return typeof before === 'number' && typeof after === 'number' ? after - before : undefined;
}

/** Whether a span has failed that did not before. */
export function isAlarming({ before, after }) {
  return after?.status === 'error' && before?.status !== 'error';
}
