import { html, nothing } from 'lit';
import { cost, duration, line, tokens } from '../lib/format.js';
import { tracePath } from '../lib/route.js';
import { difference, isAlarming } from './compare-model.js';
import { wordDiff } from './word-diff.js';

const SIGNS = { same: '=', changed: '~', added: '+', removed: '−' };
const DEEPEST = 14;

/** A span of one trace beside its counterpart, and what they say where that differs. */
export function compareRow(span, { before, after }, opened, open) {
  const said = span.inputDiff || span.outputDiff;
  return html`<tr class="change-${span.change} ${isAlarming(span) ? 'alarming' : ''}">
    <td class="sign" title=${span.change}><span aria-hidden="true">${SIGNS[span.change]}</span><span class="visually-hidden">${span.change}</span></td>
    <td class="name"><span class="indent depth-${Math.min(span.depth, DEEPEST)}">${line(span.name, 120) || '(no name)'}</span>
      ${said ? html`<button type="button" class="link" aria-expanded=${opened} @click=${open}>${opened ? 'hide' : 'show'} the words</button>` : nothing}
      ${isAlarming(span) ? html`<span class="failed">✗ ${line(span.after.errorType ?? 'failed', 60)}</span>` : nothing}</td>
    <td class="number">${side(span.before, before, (one) => duration(one.durationMs))}</td>
    <td class="number">${side(span.after, after, (one) => duration(one.durationMs))}</td>
    <td class="number">${signed(difference(span.before?.durationMs, span.after?.durationMs), duration)}</td>
    <td class="number">${both(span, (one) => (one.inputTokens || one.outputTokens ? tokens(one.inputTokens, one.outputTokens) : ''))}</td>
    <td class="number">${both(span, (one) => (one.cost === undefined ? '' : cost(one.cost)))}</td>
    <td>${span.differences.map((word) => html`<span class="differs">${word}</span> `)}${models(span)}</td></tr>
    ${said && opened ? html`<tr class="words"><td></td><td colspan="7">${wordDiff('Input', span.inputDiff)}${wordDiff('Output', span.outputDiff)}</td></tr>` : nothing}`;
}

function side(one, trace, text) {
  return one ? html`<a href=${tracePath(trace.traceId, one.spanId)} title="Show this span">${text(one)}</a>` : html`<span class="muted">–</span>`;
}

function both({ before, after }, text) {
  const [was, is] = [before ? text(before) : '', after ? text(after) : ''];
  return was === is ? was : html`<span class="muted">${was || '–'}</span> → ${is || '–'}`;
}

function models({ before, after }) {
  return before?.model && after?.model && before.model !== after.model
    ? html`<span class="muted small">${line(before.model, 40)} → ${line(after.model, 40)}</span>` : nothing;
}

/** A difference with its sign; more is worse for each of the figures. */
export function signed(value, format) {
  if (value === undefined || Number.isNaN(value)) {
    return '–';
  }
  const sign = value > 0 ? '+' : value < 0 ? '−' : '±';
  return html`<span class=${value > 0 ? 'worse' : value < 0 ? 'better' : ''}>${sign}${value === 0 ? '0' : format(Math.abs(value))}</span>`;
}
