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
import org.springframework.ai.rag.Query;

/** The retriever of {@code RetrievalAugmentationAdvisor}, which may look into a store that is none of the library's. */
final class DocumentRetrieverInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("org.springframework.ai.rag.retrieval.search.VectorStoreDocumentRetriever");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(
                named("retrieve").and(isPublic()).and(takesArgument(0, named("org.springframework.ai.rag.Query"))),
                RetrieveAdvice.class);
    }

    public static final class RetrieveAdvice {
        private RetrieveAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable TracedCall enter(
                @Advice.This Object retriever, @Advice.Argument(0) @Nullable Query query) {
            FrameworkSpan span = SpringAiSteps.retrieval(retriever, query == null ? null : query.text());
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
