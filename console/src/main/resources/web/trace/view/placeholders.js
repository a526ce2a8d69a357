import { html } from 'lit';
import { ServerLost } from '../../lib/api.js';

export function loading() {
  return html`<p class="trace-none" role="status">Loading the trace…</p>`;
}

/** Says why a trace is not shown, and what to do. */
export function failure(problem, traceId) {
  if (problem instanceof ServerLost) {
    return html`<div class="trace-none" role="alert"><h1>The console does not answer</h1>
      <p>Is it still running? It is started by <code>java -jar narrative.jar console</code>. This page shows the trace by itself once it answers.</p></div>`;
  }
  const unknown = problem.status === 404;
  return html`<div class="trace-none" role="alert">
    <h1>${unknown ? 'There is no such trace' : 'The trace can’t be shown'}</h1>
    <p>${unknown ? html`No journal that this console follows has a trace <code>${traceId}</code>.` : problem.message}</p>
    <ul>
      <li>It may have only just begun: a trace is here within two seconds of its first span, and this page looks again when it comes.</li>
      <li>It may have gone with its journal: <code>narrative.journal.retention</code> says how long traces are kept.</li>
      <li>It may be in another journal: the console follows those that <code>--journal</code> names.</li>
    </ul>
    <p><a class="button" href="/traces">Show the traces that are there</a></p></div>`;
}
