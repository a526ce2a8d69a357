import { html, nothing } from 'lit';
import { PageElement } from '../../lib/element.js';
import { bytes, count, line } from '../../lib/format.js';
import { copyButton } from '../view/copy-button.js';
import './text-view.js';

/** Of a longer talk only the end is drawn until somebody asks for all. */
const SHOWN = 20;
const ROLES = ['system', 'developer', 'user', 'assistant', 'tool'];

/** The messages of a model call as a talk: who said what, what was thought, which tools were called and what they gave. */
class Chat extends PageElement {
  static properties = { messages: { attribute: false }, whole: { state: true } };

  willUpdate(changed) {
    if (changed.has('messages')) {
      this.whole = false;
    }
  }

  render() {
    const first = this.whole ? 0 : Math.max(0, this.messages.length - SHOWN);
    return html`${first > 0 ? html`<button type="button" class="chat-more" @click=${() => { this.whole = true; }}>Show ${count(first)} earlier messages</button>` : nothing}
      <ol class="chat">${this.messages.slice(first).map(message)}</ol>`;
  }
}

function message({ role, finish, from, parts }) {
  return html`<li class="said ${ROLES.includes(role) ? role : 'other'} ${from}">
    <div class="said-by"><span>${line(role, 40)}</span>${from === 'output' ? html`<span class="muted">answer</span>` : nothing}
      ${finish && finish !== 'stop' ? html`<span class="finish">ended by ${line(finish, 40)}</span>` : nothing}</div>
    ${parts.map(part)}</li>`;
}

function part(one) {
  switch (one.kind) {
    case 'text':
      return html`<narrative-text .text=${one.text} prefer="markdown"></narrative-text>`;
    case 'reasoning':
      return html`<details class="reasoning"><summary>Reasoning</summary><narrative-text .text=${one.text} prefer="markdown"></narrative-text></details>`;
    case 'call':
      return html`<div class="tool-call"><div class="tool-name"><span aria-hidden="true">⚙</span> <span class="mono">${line(one.name, 100)}</span>
          ${one.id ? html`<span class="muted small mono">${line(one.id, 40)}</span>` : nothing}</div>
        <narrative-text .text=${one.text} label="Arguments"></narrative-text>
        ${one.result === undefined ? html`<p class="muted small">No result is in this talk.</p>`
          : html`<narrative-text .text=${one.result} label="Result"></narrative-text>`}</div>`;
    case 'result':
      return html`<div class="tool-call"><div class="tool-name">Result of <span class="mono">${line(one.id ?? 'a call that is not here', 60)}</span></div>
        <narrative-text .text=${one.text}></narrative-text></div>`;
    case 'blob':
      return blob(one);
    default:
      return html`<narrative-text .text=${one.text}></narrative-text>`;
  }
}

function blob({ modality, mediaType, size, hash, place }) {
  return html`<div class="blob"><span aria-hidden="true">▣</span> ${line(mediaType || modality || 'a file', 80)}
    ${size === undefined ? nothing : html`<span>${bytes(size)}</span>`}
    ${hash ? html`<span class="mono muted" title="SHA-256 ${hash}">${line(hash, 13)}</span>${copyButton(hash, 'Copy the hash')}` : nothing}
    ${place ? html`<span class="mono">${line(place, 200)}</span>` : nothing}</div>`;
}

customElements.define('narrative-chat', Chat);
