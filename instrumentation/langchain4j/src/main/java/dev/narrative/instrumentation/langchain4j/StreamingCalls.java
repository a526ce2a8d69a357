package dev.narrative.instrumentation.langchain4j;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.narrative.boot.AdviceScope;
import dev.narrative.core.trace.Span;
import dev.narrative.instrumentation.llm.ModelSpan;
import org.jspecify.annotations.Nullable;

/**
 * Model calls whose answer comes to a handler. The handler runs in the context around the call, wherever the answer
 * comes from; of a call without a request it also tells the answer.
 */
final class StreamingCalls {
    private StreamingCalls() {}

    /**
     * The library has put its handler around the application's.
     *
     * @param arguments of its constructor, the request and the model among them
     */
    static void begun(Object handler, Object[] arguments) {
        if (!(Span.current() instanceof ModelSpan span)) {
            return;
        }
        LangChain4jSingletons.STREAMING_CALLS.put(handler, span);
        ChatRequest request = null;
        ChatRequestParameters defaults = null;
        for (Object argument : arguments) {
            if (argument instanceof ChatRequest found) {
                request = found;
            } else if (argument instanceof StreamingChatModel model) {
                defaults = model.defaultRequestParameters();
            }
        }
        ChatCalls.describe(span.call(), request, defaults);
    }

    static @Nullable AdviceScope piece(Object handler) {
        ModelSpan span = LangChain4jSingletons.STREAMING_CALLS.get(handler);
        if (span == null) {
            return null;
        }
        if (!span.wasTried()) {
            span.call().tokenArrived();
        }
        return InContext.of(span.parent());
    }

    static @Nullable AdviceScope answered(Object handler, @Nullable ChatResponse response, @Nullable Throwable error) {
        ModelSpan span = LangChain4jSingletons.STREAMING_CALLS.take(handler);
        if (span == null) {
            return null;
        }
        if (!span.wasTried()) {
            ChatCalls.describe(span.call(), response);
        }
        span.answered(error);
        return InContext.of(span.parent());
    }
}
