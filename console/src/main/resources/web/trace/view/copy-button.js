import { html, svg } from 'lit';

const SHEETS = html`<svg width="13" height="13" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.6" aria-hidden="true">${svg`<rect x="5.5" y="5.5" width="9" height="9" rx="1.5"/><path d="M10.5 2.8V2A.5.5 0 0 0 10 1.5H2a.5.5 0 0 0-.5.5v8a.5.5 0 0 0 .5.5h.8"/>`}</svg>`;
const SAID_MILLIS = 1_200;

/** A small button that copies a text, and says so for a moment. `text` may be a function, called when it is pressed. */
export function copyButton(text, label, shown = SHEETS) {
  return html`<button type="button" class="quiet copy" title=${label} aria-label=${label} @click=${(event) => copy(event.currentTarget, text)}>${shown}</button>`;
}

async function copy(button, text) {
  const done = await write(typeof text === 'function' ? text() : text);
  button.dataset.copied = done ? 'done' : 'failed';
  setTimeout(() => delete button.dataset.copied, SAID_MILLIS);
}

async function write(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return byHand(text);
  }
}

/** For pages that came without encryption from another machine, where browsers keep the clipboard shut. */
function byHand(text) {
  const area = document.body.appendChild(document.createElement('textarea'));
  area.value = text;
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done;
}
