/** What went into a trace and what came out of it, out of the contents of its first spans. */

const LONGEST = 20_000;

/** `{input, output, model, calls}`; what is not known is undefined. */
export function exchange(all) {
  const spans = [...all.filter((span) => !span.parentSpanId), ...all.filter((span) => span.parentSpanId)];
  const telling = spans.find((span) => textOf(span, 'input')) ?? {};
  const answering = textOf(telling, 'output') ? telling : spans.findLast((span) => textOf(span, 'output')) ?? {};
  return {
    input: textOf(telling, 'input'),
    output: textOf(answering, 'output'),
    failed: spans.filter((span) => span.status === 'error'),
    spanId: telling.spanId,
  };
}

/** A span's input or output as one text: of messages what the user said last, or what was answered. */
export function textOf(span, side) {
  const attributes = span.attributes ?? {};
  const messages = parsed(attributes[`gen_ai.${side}.messages`]);
  if (Array.isArray(messages)) {
    const wanted = side === 'input' ? messages.filter((message) => message?.role === 'user') : messages;
    const text = said((wanted.length ? wanted : messages).at(-1));
    if (text) {
      return text.slice(0, LONGEST);
    }
  }
  const plain = attributes[`narrative.${side}`];
  if (plain === undefined || plain === null || plain === '') {
    return undefined;
  }
  return (typeof plain === 'string' ? plain : JSON.stringify(plain)).slice(0, LONGEST);
}

function said(message) {
  const parts = Array.isArray(message?.parts) ? message.parts : [];
  return parts.map((part) => part?.content ?? part?.response ?? (part?.type === 'tool_call' ? `${part.name}(${part.arguments ?? ''})` : ''))
    .map((text) => (typeof text === 'string' ? text : JSON.stringify(text))).filter(Boolean).join('\n');
}

function parsed(value) {
  if (typeof value !== 'string') {
    return value;
  }
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
