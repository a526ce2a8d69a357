import { html, nothing } from 'lit';
import { PageElement } from '../../lib/element.js';
import { count, duration, line, percent } from '../../lib/format.js';
import { flame, layout } from '../model/flame.js';
import { freshContext, palette } from './palette.js';

const ROW = 22;
const NARROWEST = 0.0008;
/** The table that tells the same has the widest so many boxes. */
const LISTED = 200;

/** Where the time of a trace was spent, by ways of names. Event: `pick` with the first span of a box. */
class FlameGraph extends PageElement {
  static properties = { view: { attribute: false }, top: { state: true }, under: { state: true }, listed: { state: true } };

  willUpdate(changed) {
    if (changed.has('view')) {
      const way = wayOf(this.top);
      this.graph = flame(this.view.model, this.view.selfTimes());
      this.top = follow(this.graph.root, way);
      this.under = undefined;
    }
  }

  render() {
    const shown = this.under ?? this.top;
    return html`<div class="flame">
      <div class="flame-head">
        <nav aria-label="Box that is shown in full">${[...parents(this.top), this.top].map((box) => html`<button type="button" class="link" @click=${() => { this.top = box; }}>${line(box.name, 40) || '(no name)'}</button> `)}</nav>
        <span class="muted">${line(shown.name, 120)}: ${duration(shown.time)}, itself ${duration(shown.self)}, ${percent(shown.time, this.graph.root.time)} of all work${shown.count ? `, ${count(shown.count)} ×` : ''}${shown.errors ? `, ${count(shown.errors)} failed` : ''}</span>
        <button type="button" aria-pressed=${Boolean(this.listed)} @click=${() => { this.listed = !this.listed; }}>As a table</button>
      </div>
      ${this.listed ? this.table() : html`<div class="flame-canvas"><canvas role="img" aria-label="Flame graph; the button As a table tells the same" title=${line(shown.name)}
        @pointermove=${(e) => { this.under = this.boxAt(e); }} @pointerleave=${() => { this.under = undefined; }}
        @click=${this.click} @dblclick=${() => { this.top = this.graph.root; }}></canvas></div>`}
      <p class="muted small">A box is as wide as the work below it and its own; work side by side counts for each. A click shows a box in full, with Shift its first span.</p>
    </div>`;
  }

  firstUpdated() {
    this.resized = new ResizeObserver(() => this.draw());
    this.resized.observe(this);
    this.whileConnected(palette, 'change', () => this.draw());
  }

  updated(changed) {
    if (!(changed.size === 1 && changed.has('under'))) {
      this.draw();
    }
  }

  draw() {
    const canvas = this.querySelector('canvas');
    if (!canvas) {
      return;
    }
    this.placed = layout(this.top, NARROWEST);
    const deepest = this.placed.reduce((most, { box }) => Math.max(most, box.depth), 0);
    canvas.style.height = `${(deepest - this.top.depth + 1) * ROW}px`;
    const { context, width } = freshContext(canvas);
    context.font = `12px ${getComputedStyle(this).fontFamily}`;
    context.textBaseline = 'middle';
    for (const { box, from, to } of this.placed) {
      const y = (box.depth - this.top.depth) * ROW;
      const wide = (to - from) * width;
      context.fillStyle = palette.ofType(box.type ?? 'span');
      context.fillRect(from * width, y, Math.max(1, wide - 1), ROW - 1);
      if (box.errors) {
        context.fillStyle = palette.of('--error');
        context.fillRect(from * width, y + ROW - 4, Math.max(1, wide - 1), 3);
      }
      if (wide > 34) {
        context.fillStyle = palette.of('--ground');
        context.fillText(fitted(context, line(box.name, 120), wide - 10), from * width + 5, y + ROW / 2);
      }
    }
  }

  boxAt(event) {
    const { left, top, width } = event.target.getBoundingClientRect();
    const at = (event.clientX - left) / width;
    const depth = Math.floor((event.clientY - top) / ROW) + this.top.depth;
    return this.placed.find(({ box, from, to }) => box.depth === depth && at >= from && at < to)?.box;
  }

  click(event) {
    const box = this.boxAt(event);
    if (event.shiftKey && box?.first >= 0) {
      this.dispatchEvent(new CustomEvent('pick', { detail: { span: box.first } }));
    } else if (box) {
      this.top = box;
    }
  }

  table() {
    const boxes = this.graph.boxes.filter((box) => box.parent).sort((a, b) => b.time - a.time);
    return html`<div class="flame-canvas"><table class="span-table"><thead><tr><th>Way</th><th class="number">Time</th><th class="number">Itself</th><th class="number">Of all</th><th class="number">Spans</th><th class="number">Errors</th></tr></thead>
      <tbody>${boxes.slice(0, LISTED).map((box) => html`<tr><td>${[...parents(box).slice(1), box].map((part) => line(part.name, 40)).join(' › ')}</td>
        <td class="number">${duration(box.time)}</td><td class="number">${duration(box.self)}</td><td class="number">${percent(box.time, this.graph.root.time)}</td>
        <td class="number">${count(box.count)}</td><td class="number">${box.errors ? count(box.errors) : ''}</td></tr>`)}</tbody></table>
      ${boxes.length > LISTED ? html`<p class="muted small">The ${LISTED} longest of ${count(boxes.length)} ways.</p>` : nothing}</div>`;
  }
}

function parents(box) {
  const found = [];
  for (let at = box.parent; at; at = at.parent) {
    found.unshift(at);
  }
  return found;
}

function wayOf(box) {
  return box ? [...parents(box), box].slice(1).map(({ name }) => name) : [];
}

function follow(root, way) {
  return way.reduce((box, name) => box.children.get(name) ?? box, root);
}

function fitted(context, text, width) {
  if (context.measureText(text).width <= width) {
    return text;
  }
  let [least, most] = [0, text.length];
  while (least < most) {
    const middle = (least + most + 1) >> 1;
    if (context.measureText(text.slice(0, middle) + '…').width <= width) {
      least = middle;
    } else {
      most = middle - 1;
    }
  }
  return least ? text.slice(0, least) + '…' : '';
}

customElements.define('narrative-flame-graph', FlameGraph);
