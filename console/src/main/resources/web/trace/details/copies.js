import { tracePath } from '../../lib/route.js';
import { duration } from '../../lib/format.js';
import { apiPath } from '../trace-source.js';
import { talk } from './messages.js';

/** A span as texts for other places: its answer, all of it, for a document, for a shell, for a colleague. */
export function copies(span, traceId) {
  return [
    ['Value', 'Copy the output', () => outputOf(span)],
    ['JSON', 'Copy the span as JSON', () => JSON.stringify(span, null, 2)],
    ['Markdown', 'Copy the span as Markdown', () => asMarkdown(span, traceId)],
    ['curl', 'Copy a command that asks for the span', () => asCurl(span, traceId)],
    ['Link', 'Copy a link to the span', () => location.origin + tracePath(traceId, span.spanId)],
  ];
}

function outputOf({ attributes, statusMessage, name }) {
  const said = talk(attributes).filter((message) => message.from === 'output').flatMap((message) => message.parts);
  const text = said.map((part) => part.text ?? '').filter(Boolean).join('\n');
  return text || attributes['narrative.output'] || attributes['gen_ai.tool.call.result'] || statusMessage || name;
}

export function asMarkdown(span, traceId) {
  const { attributes } = span;
  const lines = [`## ${span.name.replaceAll('\n', ' ')}`, '', `- trace \`${traceId}\`, span \`${span.spanId}\``,
    `- ${span.service}, ${span.state === 'ended' ? duration(span.durationMs) : span.state}, ${span.start}`];
  if (span.status === 'error') {
    lines.push(`- failed: ${span.statusMessage ?? attributes['error.type'] ?? ''}`);
  }
  for (const message of talk(attributes)) {
    lines.push('', `### ${message.role}`);
    message.parts.forEach((part) => lines.push('', ...partLines(part)));
  }
  for (const [title, key] of [['Input', 'narrative.input'], ['Output', 'narrative.output']]) {
    if (attributes[key]) {
      lines.push('', `### ${title}`, '', ...fenced(String(attributes[key])));
    }
  }
  return lines.join('\n') + '\n';
}

function partLines(part) {
  switch (part.kind) {
    case 'call':
      return [`Calls \`${part.name}\`:`, '', ...fenced(part.text), ...(part.result === undefined ? [] : ['', 'Result:', '', ...fenced(part.result)])];
    case 'blob':
      return [`(${part.mediaType || part.modality}${part.size === undefined ? '' : `, ${part.size} bytes`})`];
    default:
      return [part.text];
  }
}

/** A fence that is longer than any in the text. */
function fenced(text) {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return [fence, text, fence];
}

function asCurl(span, traceId) {
  return `curl -s -H "Authorization: Bearer $NARRATIVE_TOKEN" '${location.origin}${apiPath(traceId, `/spans/${span.spanId}`)}'`;
}
