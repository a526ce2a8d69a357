package dev.narrative.instrumentation.spring.ai;

import static net.bytebuddy.matcher.ElementMatchers.isSynthetic;
import static net.bytebuddy.matcher.ElementMatchers.nameStartsWith;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.returns;

import dev.narrative.boot.TracedCall;
import dev.narrative.core.trace.Span;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import dev.narrative.instrumentation.llm.framework.FrameworkSpan;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.client.ChatClientRequest;
import org.springframework.ai.chat.client.ChatClientResponse;

/**
 * The one place that all ways to ask for an answer pass once, in either version: what the client hands to its
 * observation.
 */
final class ChatClientCallInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("org.springframework.ai.chat.client.DefaultChatClient$DefaultCallResponseSpec");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(
                isSynthetic()
                        .and(nameStartsWith("lambda$doGetObservableChatClientResponse$"))
                        .and(returns(named("org.springframework.ai.chat.client.ChatClientResponse"))),
                CallAdvice.class);
    }

    public static final class CallAdvice {
        private CallAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable TracedCall enter(@Advice.AllArguments Object[] arguments) {
            for (Object argument : arguments) {
                if (argument instanceof ChatClientRequest request) {
                    FrameworkSpan span = SpringAiSteps.chatClient(request, Span.current());
                    span.enter();
                    return span;
                }
            }
            return null;
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(
                @Advice.Enter @Nullable TracedCall call,
                @Advice.Return @Nullable ChatClientResponse response,
                @Advice.Thrown @Nullable Throwable error) {
            if (call != null) {
                SpringAiSteps.exit(call, span -> SpringAiSteps.answered(span, response), error);
            }
        }
    }
}
