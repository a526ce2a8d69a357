package dev.narrative.instrumentation.spring.ai;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;

import dev.narrative.boot.TracedCall;
import dev.narrative.core.trace.Span;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import dev.narrative.instrumentation.llm.framework.FrameworkSpan;
import java.util.Deque;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.client.ChatClientRequest;
import org.springframework.ai.chat.client.ChatClientResponse;
import reactor.core.publisher.Flux;

/** The advisors around a model call: the chain takes the next one from its queue and calls it, with the rest within. */
final class AdvisorChainInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("org.springframework.ai.chat.client.advisor.DefaultAroundAdvisorChain");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(named("nextCall").and(isPublic()), CallAdvice.class);
        weaving.advise(named("nextStream").and(isPublic()), StreamAdvice.class);
    }

    public static final class CallAdvice {
        private CallAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable TracedCall enter(
                @Advice.FieldValue("callAdvisors") @Nullable Deque<?> advisors,
                @Advice.Argument(0) @Nullable ChatClientRequest request) {
            if (advisors == null || request == null) {
                return null;
            }
            FrameworkSpan span = SpringAiSteps.advisor(advisors.peek(), request, Span.current());
            if (span != null) {
                span.enter();
            }
            return span;
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

    public static final class StreamAdvice {
        private StreamAdvice() {}

        /** The next advisor is taken when the stream is subscribed to, and so looked at then. */
        @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
        @Advice.AssignReturned.ToReturned
        public static @Nullable Flux<ChatClientResponse> exit(
                @Advice.FieldValue("streamAdvisors") @Nullable Deque<?> advisors,
                @Advice.Argument(0) @Nullable ChatClientRequest request,
                @Advice.Return @Nullable Flux<ChatClientResponse> answer) {
            return answer == null || request == null || advisors == null
                    ? answer
                    : new TracedFlux(answer, around -> SpringAiSteps.advisor(advisors.peek(), request, around));
        }
    }
}
