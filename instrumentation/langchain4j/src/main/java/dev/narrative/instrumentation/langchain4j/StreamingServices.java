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

    static void started(Object stream, @Nullable Throwable error) {
        FrameworkSpan span = LangChain4jSingletons.STREAMING_SERVICES.take(stream);
        if (span != null) {
            letGo(span, error);
        }
    }

    static void answered(Object handler, @Nullable ChatResponse response, @Nullable Throwable error) {
        FrameworkSpan span = LangChain4jSingletons.STREAMING_SERVICES.take(handler);
        if (span == null) {
            return;
        }
        AiMessage message = response == null ? null : response.aiMessage();
        if (message != null && !message.hasToolExecutionRequests()) {
            span.output(message.text());
        }
        letGo(span, error);
    }

    private static void letGo(FrameworkSpan span, @Nullable Throwable error) {
        if (error != null) {
            span.fail(error);
        }
        span.release();
    }
}
