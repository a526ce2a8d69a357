import { moment } from './figures.js';

/** Pixels between two lines, about. */
const APART = 110;

/** Writes the moments above the bars, and tells the rows where their lines are. */
export function drawAxis(head, body, { scale, model }) {
  const ticks = scale.ticks(Math.max(2, head.clientWidth / APART));
  const step = ticks.length > 1 ? ticks[1] - ticks[0] : scale.length;
  head.replaceChildren(...ticks.map((tick) => {
    const mark = document.createElement('span');
    mark.className = 'tick';
    mark.textContent = moment(tick, step);
    mark.style.left = `${scale.at(tick) * 100}%`;
    return mark;
  }));
  head.title = `The trace goes from ${moment(model.from, 1)} to ${moment(model.to, 1)}`;
  const width = head.clientWidth;
  body.style.setProperty('--tick-every', `${(step / scale.length) * width}px`);
  body.style.setProperty('--tick-first', `${ticks.length ? scale.at(ticks[0]) * width : 0}px`);
}
