/** Messages to a model and from it, read from OpenTelemetry's GenAI schema. Whatever is not of that schema stays text. */

const NAMES = {
  system: 'gen_ai.system_instructions',
  input: 'gen_ai.input.messages',
  output: 'gen_ai.output.messages',
  tools: 'gen_ai.tool.definitions',
};

/**
 * The talk of a span: `[{role, finish, from, parts: [{kind, …}]}]`, system instructions first; empty where it has none.
 * A tool's result is put to the call that it answers, as `result` of that part, and its own message goes where nothing
 * else is in it.
 */
export function talk(attributes) {
  const system = parse(attributes[NAMES.system]);
  const messages = [];
  if (system !== undefined) {
    const parts = asList(system).flatMap((part) => (part?.parts ? part.parts : [part]));
    messages.push(message({ role: 'system', parts }, 'input'));
  }
  for (const [from, name] of [['input', NAMES.input], ['output', NAMES.output]]) {
    const told = parse(attributes[name]);
    messages.push(...asList(told).map((one) => message(one, from)));
  }
  return paired(messages);
}

/** The definitions of tools that the model was told of. */
export function toolDefinitions(attributes) {
  return asList(parse(attributes[NAMES.tools]));
}

function parse(text) {
  if (text === undefined || text === null) {
    return undefined;
  }
  if (typeof text !== 'string') {
    return text;
  }
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function asList(value) {
  if (value === undefined) {
    return [];
  }
  return Array.isArray(value) ? value : [value];
}

function message(told, from) {
  if (told === null || typeof told !== 'object') {
    return { role: from === 'input' ? 'user' : 'assistant', from, parts: [{ kind: 'text', text: asText(told) }] };
  }
  const parts = asList(told.parts ?? told.content).map(part);
  return { role: asText(told.role || (from === 'input' ? 'user' : 'assistant')), finish: told.finish_reason, from, parts };
}

function part(told) {
  if (told === null || typeof told !== 'object') {
    return { kind: 'text', text: asText(told) };
  }
  switch (told.type) {
    case 'text':
    case 'reasoning':
      return { kind: told.type, text: asText(told.content ?? told.text) };
    case 'tool_call':
      return { kind: 'call', id: told.id, name: asText(told.name), text: asText(told.arguments) };
    case 'tool_call_response':
      return { kind: 'result', id: told.id, text: asText(told.response ?? told.result) };
    case 'blob':
    case 'uri':
    case 'file':
      return { kind: 'blob', modality: asText(told.modality), mediaType: told.mime_type, size: told.size, hash: told.sha256, place: told.uri ?? told.file_id };
    default:
      return { kind: 'other', text: asText(told) };
  }
}

function asText(value) {
  if (value === undefined || value === null) {
    return '';
  }
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}

function paired(messages) {
  const calls = new Map();
  for (const { parts } of messages) {
    for (const one of parts) {
      if (one.kind === 'call' && one.id) {
        calls.set(one.id, one);
      }
    }
  }
  for (const one of messages) {
    one.parts = one.parts.filter((part) => {
      const call = part.kind === 'result' ? calls.get(part.id) : undefined;
      if (!call || call.result !== undefined) {
        return true;
      }
      call.result = part.text;
      return false;
    });
  }
  return messages.filter((one) => one.parts.length > 0 || one.finish);
}
