import { html, nothing } from 'lit';
import { duration, line, visible } from '../../lib/format.js';
import { copyButton } from '../view/copy-button.js';
import './attributes.js';

const STACK = 'exception.stacktrace';
/** These have places of their own in the details. */
const ELSEWHERE = new Set(['gen_ai.evaluation.result', 'narrative.artifact']);

/** What happened in a span, errors with their stack traces. */
export function events(span) {
  return span.events.filter((event) => !ELSEWHERE.has(event.name)).map((event) => one(event, span));
}

function one(event, span) {
  const { [STACK]: stack, ...rest } = event.attributes;
  const type = rest['exception.type'];
  const offset = millisBetween(span.start, event.time);
  return html`<div class="event ${type ? 'failed' : ''}">
    <div class="event-head"><strong>${type ? line(type, 200) : line(event.name, 100)}</strong>
      <span class="muted small" title=${event.time}>${duration(offset)} after its start</span></div>
    ${rest['exception.message'] ? html`<p class="event-message">${visible(rest['exception.message'])}</p>` : nothing}
    ${stack ? html`<div class="stack">${copyButton(stack, 'Copy the stack trace')}<details open><summary>Stack trace</summary><pre tabindex="0">${visible(stack)}</pre></details></div>` : nothing}
    ${type || Object.keys(rest).length === 0 ? nothing : html`<narrative-attributes .pairs=${rest}></narrative-attributes>`}
  </div>`;
}

/** Between two moments that are told to the nanosecond. */
export function millisBetween(from, to) {
  return Date.parse(to) - Date.parse(from) + (belowMilli(to) - belowMilli(from)) / 1e6;
}

function belowMilli(moment) {
  const digits = /\.(\d+)/.exec(moment)?.[1] ?? '';
  return Number(digits.padEnd(9, '0').slice(3, 9));
}
