import { html, nothing } from 'lit';
import { visible } from '../lib/format.js';

/** What went wrong and what to do: for where the page would have been. */
export function problem(error, { back, again } = {}) {
  const lost = error.name === 'ServerLost';
  return html`<section class="empty" role="alert">
    <h2>${lost ? 'The console does not answer' : error.status === 404 ? 'Not found' : error.status === 403 ? 'Not allowed' : 'That did not work'}</h2>
    <p dir="auto">${lost ? 'The page loads by itself when it is back.' : visible(sentence(error.message))}</p>
    ${error.status === 404 ? html`<p class="muted">It may have expired with its journal, or not have arrived yet. Ids are compared whole.</p>` : nothing}
    <p class="row">${back ? html`<a class="button" href=${back.href}>${back.name}</a>` : nothing}
      ${again ? html`<button type="button" @click=${again}>Try again</button>` : nothing}</p>
  </section>`;
}

function sentence(text) {
  return text ? text[0].toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? '' : '.') : '';
}
