package dev.narrative.instrumentation.langchain4j;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import dev.langchain4j.store.embedding.EmbeddingMatch;
import dev.narrative.instrumentation.llm.framework.FrameworkSpan;
import dev.narrative.instrumentation.llm.framework.Step;
import dev.narrative.model.AttributeNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is looked up for a question: in a store, by a retriever, by all retrievers together, and put in order after. */
final class Retrievals {
    private Retrievals() {}

    static @Nullable FrameworkSpan begin(Object source, @Nullable Object query) {
        FrameworkSpan span = LangChain4jSingletons.begin(Step.RETRIEVAL, TypeNames.simple(source.getClass()));
        return span == null ? null : span.input(query);
    }

    /** @param found contents or matches of a store */
    static void end(FrameworkSpan span, @Nullable List<?> found, @Nullable Throwable error) {
        if (found != null) {
            span.attributes().put(AttributeNames.RETRIEVAL_RESULTS, found.size());
            if (span.keepsContent()) {
                List<Object> documents = new ArrayList<>(found.size());
                for (Object item : found) {
                    documents.add(document(item));
                }
                span.output(documents);
            }
        }
        span.exit(error);
    }

    private static Map<String, Object> document(@Nullable Object item) {
        Map<String, Object> document = new LinkedHashMap<>();
        if (item instanceof Content content) {
            put(document, "text", text(content.textSegment()));
            put(document, "score", content.metadata().get(ContentMetadata.SCORE));
        } else if (item instanceof EmbeddingMatch<?> match) {
            put(document, "id", match.embeddingId());
            put(document, "text", text(match.embedded()));
            put(document, "score", match.score());
        }
        return document;
    }

    private static @Nullable String text(@Nullable Object embedded) {
        return embedded instanceof TextSegment segment ? segment.text() : null;
    }

    private static void put(Map<String, Object> document, String name, @Nullable Object value) {
        if (value != null) {
            document.put(name, value);
        }
    }
}
