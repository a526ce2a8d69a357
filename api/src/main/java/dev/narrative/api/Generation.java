package dev.narrative.api;

import org.jspecify.annotations.Nullable;

/**
 * A call of a language model that the application tells about itself. Requests to a model's API that the agent sees
 * within it become its attempts, and tell all that is to tell; what the application says goes before that.
 *
 * <p>{@link #input} and {@link #output} are prompt and answer: a text, or a list of maps with {@code role} and
 * {@code content}; what is said later is added, as pieces of a streamed answer are. They are kept as
 * {@code narrative.llm.content} says, by default by their length and hash alone.
 *
 * <p>For the agent to implement. An application gets one from {@link Narrative}.
 */
public interface Generation extends OpenSpan {
    /**
     * The model that is asked.
     *
     * @param provider OpenTelemetry's name of it, such as {@code openai}, {@code anthropic} or {@code gcp.gemini}; its
     *     prices are the ones that hold
     * @param model as the provider calls it, such as {@code gpt-5-mini}
     */
    default void model(String provider, String model) {}

    /** The model that answered, where that is another, such as {@code gpt-5-mini-2025-08-07}. */
    default void responseModel(String model) {}

    /** A parameter of the request, such as {@code temperature}: kept as {@code gen_ai.request.<name>}. */
    default void parameter(String name, @Nullable Object value) {}

    /** What the call cost in tokens. */
    default void usage(Usage usage) {}

    /** What the call cost in US dollars; when nothing is said it follows from usage and the agent's price table. */
    default void cost(double input, double output) {}

    /** The first token of a streamed answer is here. */
    default void firstToken() {}

    /** Why the answer ended, such as {@code stop}, {@code length} or {@code tool_call}. */
    default void finishReason(String reason) {}
}
