package dev.narrative.api;

/** What kind of step a span is, {@code narrative.type}; the kinds are those of Langfuse's observations. */
public enum SpanType {
    /** Any step. */
    SPAN,
    /** A call of a language model. */
    GENERATION,
    /** Something that happened and took no time. */
    EVENT,
    /** Work that a model steers. */
    AGENT,
    /** A call of a tool that a model asked for. */
    TOOL,
    /** A fixed sequence of steps, a workflow. */
    CHAIN,
    /** A search for documents. */
    RETRIEVER,
    /** A call of an embedding model. */
    EMBEDDING,
    /** A judgement of another step's result. */
    EVALUATOR,
    /** A check of what goes in or out. */
    GUARDRAIL
}
