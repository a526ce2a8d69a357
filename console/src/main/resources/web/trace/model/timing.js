import { OPEN } from './flags.js';

/**
 * Calls back with each stretch of a span in which none of its children was at work. Children that run side by side, or
 * outlast their parent, count once.
 */
export function eachGap(model, i, gap) {
  const stop = model.stop[i];
  let at = model.start[i];
  for (let child = i + 1; child < model.end[i]; child = model.end[child]) {
    const from = Math.min(model.start[child], stop);
    if (from > at) {
      gap(at, from);
    }
    at = Math.max(at, model.stop[child]);
  }
  if (stop > at) {
    gap(at, stop);
  }
}

/** The time of each span in which none of its children was at work; 0 for one that is open. Milliseconds. */
export function selfTimes(model) {
  const self = new Float64Array(model.count);
  for (let i = 0; i < model.count; i++) {
    if (!model.has(i, OPEN)) {
      eachGap(model, i, (from, to) => (self[i] += to - from));
    }
  }
  return self;
}

/**
 * The time that passed in each span while it decided how long the longest root took, -1 for spans off that path: from
 * its end backwards, at each moment the child that ended last before it. What is faster off the path makes the trace no
 * faster.
 */
export function criticalPath(model) {
  const own = new Float64Array(model.count).fill(-1);
  const root = longestRoot(model);
  const stack = root < 0 ? [] : [visit(model, root, Infinity)];
  while (stack.length) {
    const at = stack[stack.length - 1];
    const child = nextChild(model, at);
    if (child < 0) {
      own[at.span] = at.own + Math.max(0, at.cursor - model.start[at.span]);
      stack.pop();
    } else {
      const end = Math.min(model.stop[child], at.cursor);
      at.own += at.cursor - end;
      at.cursor = Math.max(model.start[at.span], model.start[child]);
      stack.push(visit(model, child, end));
    }
  }
  return own;
}

function longestRoot(model) {
  let longest = -1;
  for (let i = 0; i < model.count; i = model.end[i]) {
    if (!model.has(i, OPEN) && (longest < 0 || model.duration(i) > model.duration(longest))) {
      longest = i;
    }
  }
  return longest;
}

function visit(model, span, until) {
  const cursor = Math.min(model.stop[span], until);
  const children = [...model.children(span)].sort((a, b) => model.stop[b] - model.stop[a]);
  return { span, children, next: 0, cursor, own: 0, clipped: cursor < model.stop[span] };
}

function nextChild(model, at) {
  while (at.next < at.children.length) {
    const child = at.children[at.next++];
    const stop = model.stop[child];
    const outlasts = stop > model.stop[at.span] || at.clipped;
    const within = model.start[child] < at.cursor && stop > model.start[child];
    if (within && (stop <= at.cursor || (outlasts && at.next === 1))) {
      return child;
    }
  }
  return -1;
}
