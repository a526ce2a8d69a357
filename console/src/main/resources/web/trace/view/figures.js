import { cost as dollars, duration as time, tokens as counted } from '../../lib/format.js';

/** Figures of spans as cells have them: what is not known leaves the cell empty. */
export function duration(ms) {
  return Number.isNaN(ms) ? '' : time(ms);
}

export function tokens(input, output) {
  return input || output ? counted(input, output) : '';
}

export function cost(value) {
  return Number.isNaN(value) ? '' : dollars(value);
}

/** A moment after the trace's start, for an axis whose lines are so far from each other. */
export function moment(ms, step) {
  const [unit, per] = Math.abs(ms) >= 1000 || step >= 1000 ? ['s', 1000] : step >= 1 || Math.abs(ms) >= 1 ? ['ms', 1] : ['µs', 0.001];
  const places = Math.max(0, Math.min(6, Math.ceil(-Math.log10(step / per))));
  return ms === 0 ? '0' : `${(ms / per).toFixed(places)}${unit}`;
}
