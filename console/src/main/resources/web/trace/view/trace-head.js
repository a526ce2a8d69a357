import { html, nothing } from 'lit';
import { PageElement } from '../../lib/element.js';
import { exact, line, time } from '../../lib/format.js';
import { go, groupPath } from '../../lib/route.js';
import { copyButton } from './copy-button.js';

const SIGNS = { ok: '✓', error: '✗', running: '●', interrupted: '◌' };
const GROUPS = [['sessions', 'session', 'sessionId'], ['stories', 'story', 'storyId'], ['users', 'user', 'userId']];

/** What a trace is called, how it stands, and where it belongs. */
class TraceHead extends PageElement {
  static properties = { summary: { attribute: false } };

  render() {
    const { summary } = this;
    return html`<div class="trace-head">
      <h1 title=${line(summary.name)}>${line(summary.name, 120)}</h1>
      <span class="trace-status ${summary.status}" role="status"><span aria-hidden="true">${SIGNS[summary.status]}</span> ${summary.status}</span>
      <span class="muted">${line(summary.service, 60)}</span>
      <time class="muted" datetime=${summary.start} title=${exact(summary.start)}>${time(summary.start)}</time>
      ${GROUPS.map(([kind, name, key]) => summary[key]
        ? html`<span class="muted">${name} <a href=${groupPath(kind, summary[key])}>${line(summary[key], 40)}</a></span>` : nothing)}
      <span class="muted mono trace-id">${summary.traceId}</span>
      ${copyButton(summary.traceId, 'Copy the trace’s id')}
      <form class="trace-compare" @submit=${this.compare}>
        <input name="other" aria-label="Id of the trace to compare with" placeholder="Compare with an id…" size="18" required pattern="[0-9a-fA-F\\-]{32,36}"
          title="The 32 hex digits of another trace’s id">
        <button type="submit">Compare</button>
      </form>
    </div>`;
  }

  compare(event) {
    event.preventDefault();
    const other = new FormData(event.target).get('other').trim();
    go(`/compare?${new URLSearchParams({ before: this.summary.traceId, after: other })}`);
  }
}

customElements.define('narrative-trace-head', TraceHead);
