package dev.narrative.instrumentation.spring.ai;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import dev.narrative.boot.TracedCall;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import dev.narrative.instrumentation.llm.framework.FrameworkSpan;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.document.Document;
import org.springframework.ai.vectorstore.SearchRequest;

/** What the library's vector stores are asked for, all of which have one superclass. */
final class VectorStoreInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("org.springframework.ai.vectorstore.observation.AbstractObservationVectorStore");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(
                named("similaritySearch")
                        .and(isPublic())
                        .and(takesArgument(0, named("org.springframework.ai.vectorstore.SearchRequest"))),
                SearchAdvice.class);
    }

    public static final class SearchAdvice {
        private SearchAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable TracedCall enter(
                @Advice.This Object store, @Advice.Argument(0) @Nullable SearchRequest request) {
            FrameworkSpan span = SpringAiSteps.retrieval(store, request == null ? null : request.getQuery());
            span.enter();
            return span;
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(
                @Advice.Enter @Nullable TracedCall call,
                @Advice.Return @Nullable List<Document> documents,
                @Advice.Thrown @Nullable Throwable error) {
            if (call != null) {
                SpringAiSteps.exit(call, span -> SpringAiSteps.found(span, documents), error);
            }
        }
    }
}
