import { html, nothing } from 'lit';
import { visible } from '../../lib/format.js';

/**
 * Markdown as elements. The parser gives tokens, never HTML: what is written as HTML in a text is shown as it was
 * written, so there is nothing to be made harmless.
 */
export async function markdown(text) {
  const { lexer } = await import('marked');
  return blocks(lexer(text));
}

function blocks(tokens = []) {
  return tokens.map(block);
}

function block(token) {
  switch (token.type) {
    case 'space':
    case 'def':
      return nothing;
    case 'heading':
      return html`<p class="md-heading" role="heading" aria-level=${Math.min(6, token.depth + 2)}>${inlines(token.tokens)}</p>`;
    case 'code':
      return html`<pre class="md-code">${visible(token.text)}</pre>`;
    case 'blockquote':
      return html`<blockquote>${blocks(token.tokens)}</blockquote>`;
    case 'list':
      return token.ordered
        ? html`<ol start=${token.start || 1}>${token.items.map(item)}</ol>`
        : html`<ul>${token.items.map(item)}</ul>`;
    case 'table':
      return table(token);
    case 'hr':
      return html`<hr>`;
    case 'paragraph':
      return html`<p>${inlines(token.tokens)}</p>`;
    case 'text':
      return token.tokens ? inlines(token.tokens) : visible(token.text);
    default:
      return html`<pre>${visible(token.raw)}</pre>`;
  }
}

function item(token) {
  return html`<li>${token.task ? (token.checked ? '☑ ' : '☐ ') : nothing}${blocks(token.tokens)}</li>`;
}

function table(token) {
  return html`<div class="md-table"><table><thead><tr>${token.header.map((cell) => html`<th>${inlines(cell.tokens)}</th>`)}</tr></thead>
    <tbody>${token.rows.map((row) => html`<tr>${row.map((cell) => html`<td>${inlines(cell.tokens)}</td>`)}</tr>`)}</tbody></table></div>`;
}

function inlines(tokens = []) {
  return tokens.map(inline);
}

function inline(token) {
  switch (token.type) {
    case 'strong':
      return html`<strong>${inlines(token.tokens)}</strong>`;
    case 'em':
      return html`<em>${inlines(token.tokens)}</em>`;
    case 'del':
      return html`<del>${inlines(token.tokens)}</del>`;
    case 'codespan':
      return html`<code>${visible(token.text)}</code>`;
    case 'br':
      return html`<br>`;
    case 'link':
      return /^(https?:|mailto:)/i.test(token.href)
        ? html`<a href=${token.href} target="_blank" rel="noopener noreferrer" title=${visible(token.href)}>${inlines(token.tokens)}</a>`
        : visible(token.raw);
    case 'escape':
      return visible(token.text);
    case 'text':
      return token.tokens ? inlines(token.tokens) : visible(token.text);
    default:
      // Images are not fetched and HTML is not believed.
      return visible(token.raw);
  }
}
