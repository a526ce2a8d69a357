import { INTERRUPTED, RUNNING } from '../model/flags.js';
import { eachGap } from '../model/timing.js';

/** More stretches than that can't be told apart in a row. */
const MOST_GAPS = 32;
/** A stretch in which no child is at work has to be as long as this part of what is in sight to be drawn. */
const LEAST_GAP = 0.004;

/** The bar of a span, without where it is. */
export function newBar(timeline) {
  const bar = document.createElement('div');
  bar.className = 'bar';
  timeline.append(bar);
  return bar;
}

/** Draws where a span lies in the time that is in sight, hatched where none of its children was at work. */
export function drawBar(bar, { model, scale }, i) {
  const from = scale.at(model.start[i]);
  const to = scale.at(model.stop[i]);
  const left = Math.min(1, Math.max(0, from));
  const right = Math.max(0, Math.min(1, to));
  const out = to < 0 ? ' before' : from > 1 ? ' after' : '';
  bar.className = 'bar' + out + (model.has(i, RUNNING) ? ' running' : '') + (model.has(i, INTERRUPTED) ? ' interrupted' : '');
  bar.style.left = percent(left);
  bar.style.width = percent(Math.max(0, right - left));
  gaps(bar, model.hasChildren(i) && !out ? visibleGaps(model, i, scale) : [], left, right);
}

function visibleGaps(model, i, scale) {
  const found = [];
  eachGap(model, i, (from, to) => {
    const left = Math.max(0, scale.at(from));
    const right = Math.min(1, scale.at(to));
    if (right - left >= LEAST_GAP && found.length < MOST_GAPS) {
      found.push([left, right]);
    }
  });
  return found;
}

function gaps(bar, found, left, right) {
  while (bar.children.length > found.length) {
    bar.lastChild.remove();
  }
  while (bar.children.length < found.length) {
    bar.append(Object.assign(document.createElement('div'), { className: 'gap' }));
  }
  const width = right - left;
  found.forEach(([from, to], at) => {
    bar.children[at].style.left = percent((from - left) / width);
    bar.children[at].style.width = percent((to - from) / width);
  });
}

function percent(part) {
  return (part * 100).toFixed(3) + '%';
}
