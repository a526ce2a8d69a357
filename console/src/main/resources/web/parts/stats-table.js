import { html, nothing } from 'lit';
import { PageElement } from '../lib/element.js';
import { cost, count, duration, line, percent, tokens, visible } from '../lib/format.js';
import { figureCell } from './badges.js';

/** Calls in groups: a row for each, with a bar for its part of the cost. `href` gives a group's traces. */
class StatsTable extends PageElement {
  static properties = { by: {}, stats: { attribute: false }, href: { attribute: false } };

  render() {
    const most = Math.max(0, ...this.stats.map((row) => row.cost ?? 0)) || 1;
    const calls = Math.max(1, ...this.stats.map((row) => row.calls));
    const priced = this.stats.some((row) => row.cost);
    return html`<table class="rows stats" role="table" aria-label="Calls by ${this.by}">
      <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${this.by[0].toUpperCase() + this.by.slice(1)}</th>
        ${['Calls', 'Errors', 'Tokens', 'Cost', 'A call', 'Median', '95 %', '99 %', 'First token'].map((name) => html`<th role="columnheader" scope="col" class="number">${name}</th>`)}</tr></thead>
      <tbody role="rowgroup">${this.stats.map((row) => html`<tr role="row">
        <td role="cell" class="trace"><div class="name"><a href=${this.href(row.key)} dir="auto" title=${visible(row.key)}>${line(row.key, 100) || 'not known'}</a></div>
          <span class="part" aria-hidden="true"><span .style=${`width:${100 * (priced ? (row.cost ?? 0) / most : row.calls / calls)}%`}></span></span></td>
        ${figureCell('Calls', count(row.calls))}
        ${figureCell('Errors', row.errors ? html`<span class="status-error">${count(row.errors)} · ${percent(row.errors, row.calls)}</span>` : '0')}
        ${figureCell('Tokens', tokens(row.inputTokens, row.outputTokens))}
        ${figureCell('Cost', html`${cost(row.cost)}${row.unpriced ? html` <span class="muted" title="${count(row.unpriced)} calls had no price">*</span>` : nothing}`)}
        ${figureCell('A call', row.cost === undefined ? '–' : cost(row.cost / row.calls))}
        ${figureCell('Median', duration(row.p50Ms))}
        ${figureCell('95 %', duration(row.p95Ms))}
        ${figureCell('99 %', duration(row.p99Ms))}
        ${figureCell('First token', duration(row.firstTokenMs))}</tr>`)}</tbody></table>
      ${this.stats.some((row) => row.unpriced) ? html`<p class="small muted">* not all calls had a price: <code>narrative prices missing</code> names them.</p>` : nothing}`;
  }
}

customElements.define('narrative-stats-table', StatsTable);
