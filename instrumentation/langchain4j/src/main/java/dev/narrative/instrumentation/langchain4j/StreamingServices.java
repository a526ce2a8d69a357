package dev.narrative.instrumentation.langchain4j;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.narrative.boot.AdviceScope;
import dev.narrative.instrumentation.llm.framework.FrameworkSpan;
import dev.narrative.instrumentation.llm.framework.Step;
import org.jspecify.annotations.Nullable;

/**
 * AI services whose answer is streamed. The service's span is held by its token stream until that has started, and by
 * the handler of each model call until that has its answer; tools are called, and the next model call is made, by the
 * handler before it lets go.
 */
final class StreamingServices {
    private StreamingServices() {}

    /** An object of the library that was made within a service's span, and will let go of it. */
    static void goesOnWith(Object owner) {
        FrameworkSpan span = FrameworkSpan.current(Step.AGENT);
        if (span != null) {
            span.hold();
            LangChain4jSingletons.STREAMING_SERVICES.put(owner, span);
        }
    }

    /** Enters the service's span; {@code null} when the owner has none, or has let go of it. */
    static @Nullable AdviceScope within(Object owner) {
        FrameworkSpan span = LangChain4jSingletons.STREAMING_SERVICES.get(owner);
        return span == null ? null : InContext.of(span);
    }

    /** A model's answer is here. The last one ends the service, before the application hears of it. */
    static void answered(Object handler, @Nullable ChatResponse response) {
        AiMessage message = response == null ? null : response.aiMessage();
        if (message == null || message.hasToolExecutionRequests()) {
            return;
        }
        FrameworkSpan span = LangChain4jSingletons.STREAMING_SERVICES.take(handler);
        if (span != null) {
            span.output(message.text());
            span.release();
        }
    }

    /** The owner is done with its part; nothing when it has let go before. */
    static void letGo(Object owner, @Nullable Throwable error) {
        FrameworkSpan span = LangChain4jSingletons.STREAMING_SERVICES.take(owner);
        if (span != null) {
            if (error != null) {
                span.fail(error);
            }
            span.release();
        }
    }
}
