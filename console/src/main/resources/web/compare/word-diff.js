import { html, nothing } from 'lit';
import { count, visible } from '../lib/format.js';

/** Characters that stay of what is the same beside what differs. */
const CONTEXT = 120;
/** Parts of a text that are drawn. */
const MOST = 2_000;

/** Where two texts differ, word by word: what was removed is struck out, what was added underlined. */
export function wordDiff(title, parts) {
  if (!parts) {
    return nothing;
  }
  return html`<div class="diff"><h3>${title}</h3><p class="diff-text">${parts.slice(0, MOST).map((part, i) => drawn(part, i === 0, i === parts.length - 1))}</p>
    ${parts.length > MOST ? html`<p class="muted small">${count(parts.length - MOST)} more parts are not shown.</p>` : nothing}</div>`;
}

function drawn(part, isFirst, isLast) {
  if (part.removed !== undefined) {
    return html`<del><span class="visually-hidden">removed: </span>${visible(part.removed)}</del>`;
  }
  if (part.added !== undefined) {
    return html`<ins><span class="visually-hidden">added: </span>${visible(part.added)}</ins>`;
  }
  return html`<span>${visible(shortened(part.same, isFirst, isLast))}</span>`;
}

function shortened(text, isFirst, isLast) {
  const head = isFirst ? 0 : CONTEXT;
  const tail = isLast ? 0 : CONTEXT;
  return text.length <= head + tail + 20 ? text : `${text.slice(0, head)} … ${tail ? text.slice(-tail) : ''}`;
}
