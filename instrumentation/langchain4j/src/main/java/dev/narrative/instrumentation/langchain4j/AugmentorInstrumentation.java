package dev.narrative.instrumentation.langchain4j;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import dev.langchain4j.rag.AugmentationRequest;
import dev.langchain4j.rag.AugmentationResult;
import dev.narrative.boot.TracedCall;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import dev.narrative.instrumentation.llm.framework.FrameworkSpan;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** The retrieval augmentor, which asks all retrievers and adds what they found to the message. */
final class AugmentorInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("dev.langchain4j.rag.DefaultRetrievalAugmentor");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(
                named("augment").and(takesArgument(0, named("dev.langchain4j.rag.AugmentationRequest"))),
                AugmentAdvice.class);
    }

    public static final class AugmentAdvice {
        private AugmentAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable TracedCall enter(
                @Advice.This Object augmentor, @Advice.Argument(0) @Nullable AugmentationRequest request) {
            return Retrievals.begin(augmentor, request == null ? null : ChatMessages.text(request.chatMessage()));
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(
                @Advice.Enter @Nullable TracedCall call,
                @Advice.Return @Nullable AugmentationResult result,
                @Advice.Thrown @Nullable Throwable error) {
            if (call != null) {
                Retrievals.end((FrameworkSpan) call, result == null ? null : result.contents(), error);
            }
        }
    }
}
