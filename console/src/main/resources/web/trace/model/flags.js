/** What is told of a span by bits of one byte, and of how it is drawn. */
export const ERROR = 1;
export const RUNNING = 2;
export const INTERRUPTED = 4;
/** It names a parent that the trace does not have. */
export const MISSING_PARENT = 8;
/** Its parents lead back to itself: it was made a root. */
export const CIRCLE = 16;
/** It begins before its parent: the clocks of two machines differ. */
export const SKEWED = 32;
/** It is a call of a model. */
export const CALL = 64;
/** The trace has it more than once. */
export const REPEATED = 128;

export const OPEN = RUNNING | INTERRUPTED;

const OF_OPERATION = {
  chat: 'generation',
  text_completion: 'generation',
  generate_content: 'generation',
  embeddings: 'embedding',
  execute_tool: 'tool',
  invoke_agent: 'agent',
  create_agent: 'agent',
  retrieval: 'retriever',
};

/** The type of a span: what it says itself, or else what its operation is. */
export function typeOf(attributes) {
  const told = attributes['narrative.type'];
  if (told && told !== 'span') {
    return told;
  }
  const ofOperation = OF_OPERATION[attributes['gen_ai.operation.name']];
  return ofOperation ?? (attributes['gen_ai.response.model'] ? 'generation' : 'span');
}

/** Whether a type is that of a model call. */
export function isCallType(type) {
  return type === 'generation' || type === 'embedding';
}
