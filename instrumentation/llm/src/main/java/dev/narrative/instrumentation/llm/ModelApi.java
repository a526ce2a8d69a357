package dev.narrative.instrumentation.llm;

import dev.narrative.instrumentation.llm.stream.AnswerBody;
import dev.narrative.instrumentation.llm.wire.WireFormat;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a model call before its request is read: by the request's URL, or by the framework that makes it.
 *
 * @param operation OpenTelemetry's {@code gen_ai.operation.name}
 * @param provider OpenTelemetry's {@code gen_ai.provider.name}, {@code null} when a framework does not tell
 * @param model the model in the path, where it stands there
 * @param streaming whether the path says that the answer is streamed; in most formats the request does
 * @param form how a streamed answer comes when it is not events
 * @param certain whether the path or the host alone is proof, so that the call counts even when its body was not seen
 */
public record ModelApi(
        WireFormat format,
        String operation,
        @Nullable String provider,
        @Nullable String model,
        boolean streaming,
        AnswerBody.Form form,
        boolean certain) {
    private static final String EMBEDDINGS = "embeddings";
    private static final String OPENAI = "openai";

    /**
     * A call that a framework makes. Requests within it are attempts at it, and know better; a model that runs in this
     * process makes none, and the framework's own objects tell about the call.
     *
     * @param operation {@code chat} or {@code embeddings}
     */
    public static ModelApi ofFramework(String operation, @Nullable String provider) {
        return new ModelApi(new UnreadFormat(operation), operation, provider, null, false, AnswerBody.Form.WHOLE, true);
    }

    /**
     * This API as it is within a framework's call. Half of all providers speak OpenAI's format, and on a host that nobody
     * knows the framework is the one to say who does.
     */
    ModelApi within(@Nullable ModelApi framework) {
        if (framework == null || framework.provider == null || !OPENAI.equals(provider)) {
            return this;
        }
        return new ModelApi(format, operation, framework.provider, model, streaming, form, certain);
    }

    /** Whether a request to one can be an attempt at a call of the other: providers have several ways to chat. */
    boolean isLike(ModelApi other) {
        return operation.equals(EMBEDDINGS) == other.operation.equals(EMBEDDINGS);
    }
}
