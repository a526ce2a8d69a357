package dev.narrative.instrumentation.langchain4j;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.narrative.boot.TracedCall;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import dev.narrative.instrumentation.llm.ModelSpan;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** The interface of all chat models that stream: the answer comes to a handler, after the method has returned. */
final class StreamingChatModelInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("dev.langchain4j.model.chat.StreamingChatModel");
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
        public static @Nullable TracedCall enter(@Advice.This StreamingChatModel model) {
            ModelSpan span = LangChain4jSingletons.begin(ChatCalls.api(model));
            if (span != null) {
                span.call().streaming(true);
                span.goOn();
            }
            return span;
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(@Advice.Enter @Nullable TracedCall call, @Advice.Thrown @Nullable Throwable error) {
            if (call != null) {
                ((ModelSpan) call).exitStreaming(error);
            }
        }
    }
}
