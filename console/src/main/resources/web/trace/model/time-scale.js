/** The part of a trace's time that is in sight, and where in it a moment lies. */
export class TimeScale {
  constructor(from, to) {
    this.from = from;
    this.to = Math.max(to, from + 1e-6);
  }

  get length() {
    return this.to - this.from;
  }

  /** 0 at the left edge, 1 at the right; beyond these what is out of sight. */
  at(ms) {
    return (ms - this.from) / this.length;
  }

  /** Moments for lines across: round numbers, about as many as asked for. */
  ticks(about) {
    const step = roundStep(this.length / about);
    const ticks = [];
    for (let tick = Math.ceil(this.from / step) * step; tick <= this.to; tick += step) {
      ticks.push(tick);
    }
    return ticks;
  }

  /** As an address has it: two numbers of milliseconds. */
  toString() {
    return `${round(this.from)}-${round(this.to)}`;
  }

  /** From an address, kept within a trace; the whole of it where the text is none. */
  static parse(text, model) {
    const found = /^(-?[\d.]+)-([\d.]+)$/.exec(text ?? '');
    const from = found ? Math.max(model.from, Number(found[1])) : model.from;
    const to = found ? Math.min(model.to, Number(found[2])) : model.to;
    return to > from ? new TimeScale(from, to) : new TimeScale(model.from, model.to);
  }
}

function roundStep(least) {
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5, 10].map((n) => n * power).find((step) => step >= least) ?? 10 * power;
}

function round(ms) {
  return Number(ms.toPrecision(10));
}
