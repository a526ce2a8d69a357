import { ERROR } from './flags.js';

/**
 * A flame graph: spans with the same way of names from the root are one box, as wide as they and what is below them
 * were at work. Work side by side counts for each, so the whole may be longer than the trace took.
 */
export function flame(model, self) {
  const root = { name: model.summary.name ?? '', parent: null, depth: 0, time: 0, self: 0, count: 0, errors: 0, first: -1, children: new Map() };
  const boxOf = new Array(model.count);
  for (let i = 0; i < model.count; i++) {
    const above = model.parent[i] < 0 ? root : boxOf[model.parent[i]];
    let box = above.children.get(model.names[i]);
    if (!box) {
      box = { name: model.names[i], parent: above, depth: above.depth + 1, time: 0, self: 0, count: 0, errors: 0, first: i, type: model.types[i], children: new Map() };
      above.children.set(model.names[i], box);
    }
    boxOf[i] = box;
    box.count++;
    box.self += self[i];
    box.errors += model.has(i, ERROR) ? 1 : 0;
  }
  const boxes = inOrder(root);
  for (let i = boxes.length - 1; i >= 0; i--) {
    boxes[i].time += boxes[i].self;
    if (boxes[i].parent) {
      boxes[i].parent.time += boxes[i].time;
    }
  }
  return { root, boxes };
}

function inOrder(root) {
  const boxes = [root];
  for (let i = 0; i < boxes.length; i++) {
    boxes.push(...boxes[i].children.values());
  }
  return boxes;
}

/** Where boxes are drawn below one of them, 0 to 1 from left to right; those narrower than `least` are left out. */
export function layout(top, least) {
  const placed = [];
  const stack = [{ box: top, from: 0, to: 1 }];
  while (stack.length) {
    const at = stack.pop();
    placed.push(at);
    let from = at.from;
    for (const box of [...at.box.children.values()].sort((a, b) => b.time - a.time)) {
      const to = from + (at.box.time > 0 ? (box.time / at.box.time) * (at.to - at.from) : 0);
      if (to - from >= least) {
        stack.push({ box, from, to });
      }
      from = to;
    }
  }
  return placed;
}
