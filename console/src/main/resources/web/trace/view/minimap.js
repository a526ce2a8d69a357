import { html } from 'lit';
import { PageElement } from '../../lib/element.js';
import { ERROR } from '../model/flags.js';
import { TimeScale } from '../model/time-scale.js';
import { moment } from './figures.js';
import { freshContext, palette } from './palette.js';

/** A brush narrower than that, in pixels, is a click. */
const NARROWEST = 4;
const KEY_STEP = 0.02;

/** The whole trace in little, on which a brush chooses the time that is in sight. Event: `zoom` with a scale, or null. */
class Minimap extends PageElement {
  static properties = { at: { attribute: false } };

  render() {
    const { scale } = this.at;
    const label = (ms) => moment(ms, scale.length / 100);
    return html`<div class="minimap" title="Drag to zoom into a time; double click shows all"
      @pointerdown=${this.down} @pointermove=${this.move} @pointerup=${this.up} @dblclick=${() => this.tell(null)}>
      <canvas aria-hidden="true"></canvas>
      <div class="shade left"></div><div class="shade right"></div>
      <div class="grip from" role="slider" tabindex="0" aria-label="Beginning of what is shown" aria-valuemin="0" aria-valuemax="100"
        aria-valuenow=${Math.round(this.part(scale.from) * 100)} aria-valuetext=${label(scale.from)} @keydown=${(e) => this.key(e, 'from')}></div>
      <div class="grip to" role="slider" tabindex="0" aria-label="End of what is shown" aria-valuemin="0" aria-valuemax="100"
        aria-valuenow=${Math.round(this.part(scale.to) * 100)} aria-valuetext=${label(scale.to)} @keydown=${(e) => this.key(e, 'to')}></div>
    </div>`;
  }

  firstUpdated() {
    this.resized = new ResizeObserver(() => this.draw());
    this.resized.observe(this);
    this.whileConnected(palette, 'change', () => this.draw());
  }

  updated() {
    if (this.drawn !== this.at.model) {
      this.draw();
    }
    this.brush(this.part(this.at.scale.from), this.part(this.at.scale.to));
  }

  /** Where a moment lies in the whole trace, 0 to 1. */
  part(ms) {
    const { model } = this.at;
    return (ms - model.from) / (model.to - model.from);
  }

  brush(from, to) {
    const [left, right] = this.querySelectorAll('.shade');
    const [begin, end] = this.querySelectorAll('.grip');
    left.style.width = begin.style.left = `${from * 100}%`;
    right.style.left = end.style.left = `${to * 100}%`;
  }

  draw() {
    const { model } = this.at;
    const { context, width, height } = freshContext(this.querySelector('canvas'));
    const thick = Math.max(1, Math.min(4, height / model.count - 0.5));
    const errors = [];
    for (let i = 0; i < model.count; i++) {
      const x = this.part(model.start[i]) * width;
      const long = Math.max(1, this.part(model.stop[i]) * width - x);
      const y = (i / model.count) * (height - thick);
      if (model.has(i, ERROR)) {
        errors.push([x, y, long]);
      } else {
        context.fillStyle = palette.ofType(model.types[i]);
        context.fillRect(x, y, long, thick);
      }
    }
    context.fillStyle = palette.of('--error');
    errors.forEach(([x, y, long]) => context.fillRect(x, y, Math.max(2, long), Math.max(2, thick)));
    this.drawn = model;
  }

  down(event) {
    const box = this.getBoundingClientRect();
    this.place = (e) => Math.max(0, Math.min(1, (e.clientX - box.left) / box.width));
    const at = this.place(event);
    const near = (part) => Math.abs(part - at) * box.width < 6;
    const [from, to] = [this.part(this.at.scale.from), this.part(this.at.scale.to)];
    this.anchor = near(from) && !near(to) ? to : near(to) && !near(from) ? from : at;
    event.currentTarget.setPointerCapture(event.pointerId);
  }

  move(event) {
    if (this.anchor !== undefined) {
      const at = this.place(event);
      this.brush(Math.min(at, this.anchor), Math.max(at, this.anchor));
    }
  }

  up(event) {
    const at = this.place(event);
    const [from, to] = [Math.min(at, this.anchor), Math.max(at, this.anchor)];
    this.anchor = undefined;
    if ((to - from) * this.clientWidth < NARROWEST) {
      this.brush(this.part(this.at.scale.from), this.part(this.at.scale.to));
    } else {
      this.tell(from, to);
    }
  }

  key(event, which) {
    const step = { ArrowLeft: -KEY_STEP, ArrowRight: KEY_STEP }[event.key];
    if (step === undefined) {
      return;
    }
    event.preventDefault();
    const parts = { from: this.part(this.at.scale.from), to: this.part(this.at.scale.to) };
    parts[which] = Math.max(0, Math.min(1, parts[which] + step));
    if (parts.to > parts.from) {
      this.tell(parts.from, parts.to);
    }
  }

  tell(from, to) {
    const { model } = this.at;
    const at = (part) => model.from + part * (model.to - model.from);
    const whole = from === null || (from <= 0 && to >= 1);
    this.dispatchEvent(new CustomEvent('zoom', { detail: whole ? null : new TimeScale(at(from), at(to)) }));
  }
}

customElements.define('narrative-minimap', Minimap);
