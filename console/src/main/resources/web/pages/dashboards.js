import { html, nothing } from 'lit';
import { connection, get } from '../lib/api.js';
import { PageElement } from '../lib/element.js';
import { exactly } from '../lib/filters.js';
import { cost, count, day, duration, percent, short } from '../lib/format.js';
import { change } from '../lib/route.js';
import { csv, download, markdown } from '../lib/usage-report.js';
import { figure } from '../parts/badges.js';
import { problem } from '../parts/problem.js';
import '../parts/stats-table.js';
import '../parts/time-chart.js';

const HOUR = 3_600_000;
const TIMES = [['6h', '6 hours', 6], ['24h', '24 hours', 24], ['3d', '3 days', 72], ['7d', '7 days', 168], ['30d', '30 days', 720]];
const GROUPS = ['model', 'operation', 'service', 'user', 'session'];

/** What model calls cost, took and failed, by time and by what they have in common. */
class DashboardsPage extends PageElement {
  static properties = { query: { attribute: false }, found: { state: true }, error: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.whileConnected(connection, 'back', () => this.load());
  }

  willUpdate(changed) {
    if (changed.has('query')) {
      this.load();
    }
  }

  get since() {
    return TIMES.some(([value]) => value === this.query.since) ? this.query.since : '24h';
  }

  get by() {
    return GROUPS.includes(this.query.by) ? this.query.by : 'model';
  }

  async load() {
    const { query, by } = this;
    const asked = { since: this.since, model: query.model, service: query.service };
    try {
      const [hours, groups, models] = await Promise.all(['hour', by, 'model'].map((key) => get('/api/v1/stats', { ...asked, by: key })));
      if (query === this.query) {
        this.found = { hours: hours.stats, groups: groups.stats, models: models.stats };
        this.error = undefined;
      }
    } catch (e) {
      this.error = e;
    }
  }

  render() {
    const { query, by, since } = this;
    return html`<div class="page-head row spread"><h1>Dashboards</h1>
        <form class="row" aria-label="What is shown" @change=${this.choose} @submit=${(event) => { event.preventDefault(); this.choose(event); }}>
          <input name="model" .value=${query.model ?? ''} placeholder="Model, such as gpt-4o*" aria-label="Model" autocomplete="off">
          <input name="service" .value=${query.service ?? ''} placeholder="Service" aria-label="Service" autocomplete="off">
          <select name="since" aria-label="Time">${TIMES.map(([value, name]) => html`<option value=${value} ?selected=${value === since}>${name}</option>`)}</select>
          <select name="by" aria-label="Grouped by">${GROUPS.map((name) => html`<option value=${name} ?selected=${name === by}>by ${name}</option>`)}</select>
        </form></div>
      ${this.error && !this.found ? problem(this.error, { again: () => this.load() }) : !this.found ? html`<p class="muted" aria-busy="true">…</p>` : this.content()}`;
  }

  choose(event) {
    change(Object.fromEntries([...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value).trim()])));
  }

  content() {
    const { hours, groups, models } = this.found;
    const sum = (field) => hours.reduce((total, row) => total + (row[field] ?? 0), 0);
    const calls = sum('calls');
    if (!calls) {
      return html`<section class="empty"><h2>No model calls in this time</h2><p>Choose a longer time, or look at <a href="/traces">the traces</a>.</p></section>`;
    }
    return html`<dl class="figures totals">${figure('Calls', count(calls))}${figure('Failed', html`${count(sum('errors'))} <span class="muted small">${percent(sum('errors'), calls)}</span>`)}
        ${figure('Tokens in', short(sum('inputTokens')))}${figure('Tokens out', short(sum('outputTokens')))}${figure('Cost', cost(sum('cost')))}</dl>
      <div class="charts">
        ${this.chart('Cost', ['cost'], cost)}
        ${this.chart('Tokens', ['inputTokens', 'outputTokens'], short, ['in', 'out'])}
        ${this.chart('Calls', ['calls'], count)}
        ${this.chart('Errors', ['errors'], count)}
        ${this.chart('Duration of calls', ['p50Ms', 'p95Ms', 'p99Ms'], duration, ['median', '95 %', '99 %'], true)}
        ${this.chart('First token', ['firstTokenMs'], duration, undefined, true)}
      </div>
      <div class="row spread section-head"><h2>By ${this.by}</h2><div class="row">
        <button type="button" @click=${() => this.report('csv')}>Report as CSV</button><button type="button" @click=${() => this.report('md')}>as Markdown</button></div></div>
      <narrative-stats-table by=${this.by} .stats=${groups} .href=${(key) => this.traces(this.by, key)}></narrative-stats-table>
      ${this.by === 'model' ? nothing : html`<div class="section-head"><h2>Models compared</h2></div>
        <narrative-stats-table by="model" .stats=${models} .href=${(key) => this.traces('model', key)}></narrative-stats-table>`}`;
  }

  /** Every hour of the time has its place, whether something happened in it or not. */
  chart(name, fields, format, series = [name], lines = false) {
    const rows = new Map(this.found.hours.map((row) => [Date.parse(row.key), row]));
    const last = Math.floor(Date.now() / HOUR) * HOUR;
    const hours = TIMES.find(([value]) => value === this.since)[2];
    const points = Array.from({ length: hours + 1 }, (_, i) => last - (hours - i) * HOUR).map((moment) => ({
      label: `${day(new Date(moment))} ${String(new Date(moment).getHours()).padStart(2, '0')}:00`,
      href: this.hourHref(moment, name === 'Errors'),
      values: fields.map((field) => rows.get(moment)?.[field]),
    }));
    return html`<narrative-time-chart name=${name} .points=${points} .series=${series} .format=${format} ?lines=${lines}></narrative-time-chart>`;
  }

  /** The traces that began in an hour; a call may be of one that began before. */
  hourHref(moment, failed) {
    const { model, service } = this.query;
    const params = { since: new Date(moment).toISOString(), until: new Date(moment + HOUR).toISOString(), model, service, where: failed ? 'errors>0' : '' };
    return `/traces?${new URLSearchParams(Object.entries(params).filter(([, value]) => value))}`;
  }

  traces(by, key) {
    const since = this.since;
    if (by === 'operation') {
      return `/traces?${new URLSearchParams({ text: key, since })}`;
    }
    return `/traces?${new URLSearchParams({ where: exactly(by, key), since })}`;
  }

  report(kind) {
    const name = `usage-by-${this.by}-${day(new Date())}.${kind}`;
    const title = `Usage by ${this.by}, the last ${TIMES.find(([value]) => value === this.since)[1]}`;
    download(name, kind === 'csv' ? 'text/csv' : 'text/markdown', kind === 'csv' ? csv(this.by, this.found.groups) : markdown(title, this.by, this.found.groups));
  }
}

customElements.define('narrative-dashboards-page', DashboardsPage);
