import { html, svg, nothing } from 'lit';
import { PageElement } from '../lib/element.js';
import { count, duration } from '../lib/format.js';

const WIDTH = 1000;
const HEIGHT = 56;

/**
 * How long traces took: a bar for each step of duration, steps grow by the same factor. A part of it can be brushed with
 * the pointer, or with the arrow keys on the two handles. Event `brush` with `{from, to}` in milliseconds; both
 * undefined for all.
 */
class Histogram extends PageElement {
  static properties = { buckets: { attribute: false }, from: { type: Number }, to: { type: Number }, dragged: { state: true } };

  render() {
    const { buckets } = this;
    if (!buckets?.length) {
      return nothing;
    }
    const most = Math.max(...buckets.map((bucket) => bucket.count));
    const step = WIDTH / buckets.length;
    const [first, last] = this.selection();
    const brushed = this.dragged || this.from || this.to;
    return html`<figure class="histogram">
      <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label=${this.said(buckets)}
        @pointerdown=${this.down} @pointermove=${this.move} @pointerup=${this.up} @pointercancel=${() => { this.dragged = undefined; }}>
        ${brushed ? svg`<rect class="brush" x=${first * step} y="0" width=${(last - first + 1) * step} height=${HEIGHT}></rect>` : nothing}
        ${buckets.map((bucket, i) => {
          const height = bucket.count ? Math.max(2, (HEIGHT - 4) * Math.sqrt(bucket.count / most)) : 0;
          const failed = bucket.count ? height * (bucket.errors / bucket.count) : 0;
          return svg`<g class=${i < first || i > last ? 'out' : ''}><title>${this.label(bucket)}</title>
            <rect class="hit" x=${i * step} y="0" width=${step} height=${HEIGHT}></rect>
            <rect class="bar" x=${i * step + 1} y=${HEIGHT - height} width=${step - 2} height=${height}></rect>
            ${failed ? svg`<rect class="failed" x=${i * step + 1} y=${HEIGHT - failed} width=${step - 2} height=${failed}></rect>` : nothing}</g>`;
        })}
      </svg>
      <figcaption class="row spread">
        <span>${duration(buckets[0].fromMs)}</span>
        ${brushed ? html`<span class="row"><span>${duration(buckets[first].fromMs)} – ${duration(buckets[last].toMs)}</span>
          <button type="button" class="quiet small" @click=${() => this.tell()}>All durations</button></span>` : html`<span class="muted">Duration of traces; drag to choose</span>`}
        <span>${duration(buckets.at(-1).toMs)}</span>
      </figcaption>
      <div class="handles">
        <label class="visually-hidden" for="histogram-from">Shortest duration</label>
        <input id="histogram-from" type="range" min="0" max=${buckets.length - 1} .value=${String(first)}
          aria-valuetext=${duration(buckets[first].fromMs)} @change=${(event) => this.handle(Number(event.target.value), last)}>
        <label class="visually-hidden" for="histogram-to">Longest duration</label>
        <input id="histogram-to" type="range" min="0" max=${buckets.length - 1} .value=${String(last)}
          aria-valuetext=${duration(buckets[last].toMs)} @change=${(event) => this.handle(first, Number(event.target.value))}>
      </div>
    </figure>`;
  }

  said(buckets) {
    const all = buckets.reduce((sum, bucket) => sum + bucket.count, 0);
    return `Durations of ${count(all)} traces, from ${duration(buckets[0].fromMs)} to ${duration(buckets.at(-1).toMs)}`;
  }

  label(bucket) {
    return `${duration(bucket.fromMs)} – ${duration(bucket.toMs)}: ${count(bucket.count)} traces${bucket.errors ? `, ${count(bucket.errors)} failed` : ''}`;
  }

  /** The first and the last bucket that are chosen. */
  selection() {
    if (this.dragged) {
      return [Math.min(...this.dragged), Math.max(...this.dragged)];
    }
    const last = this.buckets.length - 1;
    const from = this.from ? this.buckets.findIndex((bucket) => bucket.toMs > this.from * 1.001) : 0;
    const to = this.to ? this.buckets.findLastIndex((bucket) => bucket.fromMs < this.to * 0.999) : last;
    return [from < 0 ? last : from, Math.max(to, 0)];
  }

  at(event) {
    const box = this.querySelector('svg').getBoundingClientRect();
    return Math.min(this.buckets.length - 1, Math.max(0, Math.floor(((event.clientX - box.left) / box.width) * this.buckets.length)));
  }

  down(event) {
    if (event.button === 0) {
      event.currentTarget.setPointerCapture(event.pointerId);
      this.dragged = [this.at(event), this.at(event)];
    }
  }

  move(event) {
    if (this.dragged) {
      this.dragged = [this.dragged[0], this.at(event)];
    }
  }

  up() {
    if (this.dragged) {
      const [first, last] = this.selection();
      this.dragged = undefined;
      this.handle(first, last);
    }
  }

  handle(first, last) {
    const [a, b] = [Math.min(first, last), Math.max(first, last)];
    if (a === 0 && b === this.buckets.length - 1) {
      this.tell();
    } else {
      this.tell(this.buckets[a].fromMs, this.buckets[b].toMs);
    }
  }

  tell(from, to) {
    this.dispatchEvent(new CustomEvent('brush', { detail: { from, to }, bubbles: true }));
  }
}

customElements.define('narrative-histogram', Histogram);
