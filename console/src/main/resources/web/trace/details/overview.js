import { html, nothing } from 'lit';
import { cost, count, duration, exact, line, tokens, visible } from '../../lib/format.js';

/** The figures of a span in a few lines: what the outline knows at once, and the rest when the span has come. */
export function overview({ model }, view, i, span) {
  const attributes = span?.attributes ?? {};
  const facts = [
    ['Duration', span?.state === 'running' ? 'running' : duration(model.duration(i))],
    ['Itself', `${duration(view.selfTimes()[i])}`, 'Time in which none of its children was at work'],
    ['Begins', `${duration(model.start[i] - model.from)} after the trace`, span ? exact(span.start) : ''],
    ['Service', line(model.services[i], 60)],
    ['Type', model.types[i]],
    ['Kind', span?.kind],
    ['Model', line(model.models[i], 60)],
    ['Tokens', model.inputTokens[i] || model.outputTokens[i] ? tokens(model.inputTokens[i], model.outputTokens[i]) : '', 'In → out'],
    ['Reasoning', attributes['gen_ai.usage.reasoning.output_tokens'] ? `${count(attributes['gen_ai.usage.reasoning.output_tokens'])} tokens` : ''],
    ['From cache', attributes['gen_ai.usage.cache_read.input_tokens'] ? `${count(attributes['gen_ai.usage.cache_read.input_tokens'])} tokens` : ''],
    ['Cost', Number.isNaN(model.cost[i]) ? '' : cost(model.cost[i])],
    ['First token', firstToken(attributes)],
    ['Ended by', line(attributes['gen_ai.response.finish_reasons'] ?? '', 60)],
    ['Prompt', promptOf(attributes, span)],
    ['Below it', model.below(i) ? `${count(model.below(i))} ${model.below(i) === 1 ? 'span' : 'spans'}` : ''],
  ];
  return html`<dl class="facts">${facts.filter(([, value]) => value).map(([name, value, title]) => html`
    <div title=${title || nothing}><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
    ${span?.status === 'error' || model.messages[i] ? html`<p class="span-error"><span aria-hidden="true">✗</span> ${visible(span?.statusMessage ?? model.messages[i])}</p>` : nothing}`;
}

function firstToken(attributes) {
  const seconds = attributes['gen_ai.response.time_to_first_chunk'];
  return typeof seconds === 'number' ? `after ${duration(seconds * 1000)}` : '';
}

function promptOf(attributes, span) {
  const name = attributes['narrative.prompt.name'];
  if (!name) {
    return '';
  }
  const labels = span.prompt?.labels?.length ? ` (${span.prompt.labels.join(', ')})` : '';
  return `${line(name, 60)} version ${attributes['narrative.prompt.version'] ?? '?'}${labels}`;
}
