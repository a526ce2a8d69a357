package dev.narrative.instrumentation.langchain4j;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.narrative.boot.TracedCall;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import dev.narrative.instrumentation.llm.ModelSpan;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** The interface of all chat models: its default methods come down to {@code chat(ChatRequest …)}, around all retries. */
final class ChatModelInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("dev.langchain4j.model.chat.ChatModel");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(
                named("chat").and(takesArgument(0, named("dev.langchain4j.model.chat.request.ChatRequest"))),
                ChatAdvice.class);
    }

    public static final class ChatAdvice {
        private ChatAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable TracedCall enter(@Advice.This ChatModel model) {
            return LangChain4jSingletons.begin(ChatCalls.api(model));
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(
                @Advice.This ChatModel model,
                @Advice.Argument(0) @Nullable ChatRequest request,
                @Advice.Enter @Nullable TracedCall call,
                @Advice.Return @Nullable ChatResponse response,
                @Advice.Thrown @Nullable Throwable error) {
            if (call != null) {
                ModelSpan span = (ModelSpan) call;
                if (!span.wasTried()) {
                    ChatCalls.describe(span.call(), request, model.defaultRequestParameters());
                    ChatCalls.describe(span.call(), response);
                }
                span.exit(error);
            }
        }
    }
}
