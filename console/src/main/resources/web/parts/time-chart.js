import { html, svg, nothing } from 'lit';
import { PageElement } from '../lib/element.js';
import { line } from '../lib/format.js';

const WIDTH = 600;
const HEIGHT = 120;

/**
 * Figures by time: bars that stand on each other, or lines. Each moment is a link to its traces.
 *
 * `points` are `{label, href, values}` in order, `series` the names of the values, `format` writes a value.
 */
class TimeChart extends PageElement {
  static properties = { name: {}, points: { attribute: false }, series: { attribute: false }, format: { attribute: false }, lines: { type: Boolean } };

  render() {
    const { points, series, format } = this;
    const tops = points.map(({ values }) => (this.lines ? Math.max(0, ...values.map((value) => value ?? 0)) : values.reduce((sum, value) => sum + (value ?? 0), 0)));
    const top = Math.max(...tops, 0) || 1;
    const step = WIDTH / Math.max(1, points.length);
    const total = this.lines ? undefined : tops.reduce((sum, value) => sum + value, 0);
    return html`<figure class="chart" aria-label=${this.name}>
      <figcaption class="row spread"><h3>${this.name}</h3>${total === undefined ? nothing : html`<strong>${format(total)}</strong>`}</figcaption>
      ${tops.some(Boolean) ? html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="group" aria-label="${this.name} by time">
        <line class="grid" x1="0" x2=${WIDTH} y1="0.5" y2="0.5"></line><line class="grid" x1="0" x2=${WIDTH} y1=${HEIGHT / 2} y2=${HEIGHT / 2}></line>
        ${this.lines ? series.map((_, s) => svg`<polyline class="series-${s + 1}" points=${this.path(points, s, step, top)}></polyline>`) : nothing}
        ${points.map((point, i) => (tops[i] ? svg`<a href=${point.href} aria-label="${point.label}: ${said(point, series, format)}"><title>${point.label}
${said(point, series, format)}</title><rect class="hit" x=${i * step} y="0" width=${step} height=${HEIGHT}></rect>${this.lines ? this.dots(point, i, step, top) : this.bars(point, i, step, top)}</a>` : nothing))}
      </svg>` : html`<p class="nothing muted small">Nothing in this time</p>`}
      <div class="axis row spread"><span>${points[0]?.label}</span><span>${tops.some(Boolean) ? `top ${format(top)}` : ''}</span><span>${points.at(-1)?.label}</span></div>
      ${series.length > 1 ? html`<ul class="legend row">${series.map((name, s) => html`<li><span class="swatch series-${s + 1}" aria-hidden="true"></span>${line(name, 40)}</li>`)}</ul>` : nothing}
    </figure>`;
  }

  bars(point, i, step, top) {
    const gap = step > 4 ? 1 : 0;
    let y = HEIGHT;
    return point.values.map((value, s) => {
      const height = ((value ?? 0) / top) * (HEIGHT - 2);
      y -= height;
      return svg`<rect class="series-${s + 1}" x=${i * step + gap} y=${y} width=${Math.max(0.5, step - 2 * gap)} height=${height}></rect>`;
    });
  }

  dots(point, i, step, top) {
    return point.values.map((value, s) => (value === undefined ? nothing
      : svg`<rect class="series-${s + 1}" x=${(i + 0.5) * step - 2} y=${HEIGHT - (value / top) * (HEIGHT - 4) - 2} width="4" height="4"></rect>`));
  }

  path(points, s, step, top) {
    return points.map((point, i) => (point.values[s] === undefined ? '' : `${(i + 0.5) * step},${HEIGHT - (point.values[s] / top) * (HEIGHT - 4)}`)).filter(Boolean).join(' ');
  }
}

function said(point, series, format) {
  return series.map((name, s) => (point.values[s] === undefined ? '' : `${series.length > 1 ? `${name} ` : ''}${format(point.values[s])}`)).filter(Boolean).join(', ');
}

customElements.define('narrative-time-chart', TimeChart);
