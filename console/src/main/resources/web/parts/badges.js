import { html, nothing } from 'lit';
import { cost, count, duration, tokens, visible } from '../lib/format.js';

const SIGNS = { ok: '✓', error: '✗', running: '●', interrupted: '◌' };
const SAID = { ok: 'ok', error: 'failed', running: 'running', interrupted: 'interrupted' };

/** How a trace stands, by sign, word and colour. */
export function statusBadge(status, errors) {
  const said = status === 'error' && errors > 1 ? `${count(errors)} failed` : SAID[status] ?? status;
  return html`<span class="badge status-${status}"><span aria-hidden="true">${SIGNS[status] ?? '·'}</span> ${said}</span>`;
}

/** The sign alone, for where the word stands in another column. */
export function statusSign(status) {
  return html`<span class="sign status-${status}" role="img" aria-label=${SAID[status] ?? status} title=${SAID[status] ?? status}>${SIGNS[status] ?? '·'}</span>`;
}

export function modelBadges(models) {
  return (models ?? []).map((model) => html`<span class="badge model" dir="auto">${visible(model)}</span>`);
}

/** Links to what a trace belongs to. */
export function belongings(trace, groupPath) {
  return [['sessions', 'session', trace.sessionId], ['stories', 'story', trace.storyId], ['users', 'user', trace.userId]]
    .filter(([, , id]) => id)
    .map(([kind, word, id]) => html`<a class="belongs" href=${groupPath(kind, id)} title="${word} ${visible(id)}"><span class="muted">${word}</span> <bdi>${visible(id)}</bdi></a>`);
}

/** A figure with its name. */
export function figure(name, value, more = nothing) {
  return html`<div class="figure"><dt>${name}</dt><dd>${value}${more}</dd></div>`;
}

/** The figures of a trace, session, story or user. */
export function figures(summary) {
  return html`<dl class="figures">
    ${summary.durationMs === undefined ? nothing : figure('Duration', duration(summary.durationMs))}
    ${summary.traceCount === undefined ? nothing : figure('Traces', count(summary.traceCount))}
    ${figure('Spans', count(summary.spanCount))}
    ${figure('Tokens', tokens(summary.inputTokens, summary.outputTokens))}
    ${figure('Cost', cost(summary.cost))}
    ${summary.firstTokenMs === undefined ? nothing : figure('First token', duration(summary.firstTokenMs))}
    ${figure('Errors', count(summary.errorCount))}
  </dl>`;
}

/** A figure in a row; where rows are narrow, it is named, and left out when it is not known. */
export function figureCell(name, value) {
  return html`<td role="cell" class="number ${value === '–' ? 'unknown' : ''}" data-label=${name}>${value}</td>`;
}
