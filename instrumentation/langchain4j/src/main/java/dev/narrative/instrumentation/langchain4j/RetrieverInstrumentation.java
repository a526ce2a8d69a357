package dev.narrative.instrumentation.langchain4j;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import dev.langchain4j.rag.query.Query;
import dev.narrative.boot.TracedCall;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import dev.narrative.instrumentation.llm.framework.FrameworkSpan;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** The library's content retrievers. The application's own are within what {@link AugmentorInstrumentation} sees. */
final class RetrieverInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of(
                "dev.langchain4j.rag.content.retriever.EmbeddingStoreContentRetriever",
                "dev.langchain4j.rag.content.retriever.WebSearchContentRetriever",
                "dev.langchain4j.rag.content.retriever.azure.search.AzureAiSearchContentRetriever",
                "dev.langchain4j.rag.content.retriever.elasticsearch.ElasticsearchContentRetriever",
                "dev.langchain4j.experimental.rag.content.retriever.sql.SqlDatabaseContentRetriever");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(
                named("retrieve").and(isPublic()).and(takesArgument(0, named("dev.langchain4j.rag.query.Query"))),
                RetrieveAdvice.class);
    }

    public static final class RetrieveAdvice {
        private RetrieveAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable TracedCall enter(
                @Advice.This Object retriever, @Advice.Argument(0) @Nullable Query query) {
            return Retrievals.begin(retriever, query == null ? null : query.text());
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(
                @Advice.Enter @Nullable TracedCall call,
                @Advice.Return @Nullable List<?> contents,
                @Advice.Thrown @Nullable Throwable error) {
            if (call != null) {
                Retrievals.end((FrameworkSpan) call, contents, error);
            }
        }
    }
}
