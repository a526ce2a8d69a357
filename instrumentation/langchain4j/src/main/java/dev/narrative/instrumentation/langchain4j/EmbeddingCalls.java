package dev.narrative.instrumentation.langchain4j;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.output.Response;
import dev.narrative.instrumentation.llm.ModelApi;
import dev.narrative.instrumentation.llm.ModelSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Embeddings as the methods of the library's first versions tell them. */
final class EmbeddingCalls {
    static final ModelApi API = ModelApi.ofFramework("embeddings", null);

    private EmbeddingCalls() {}

    static void end(ModelSpan span, List<?> texts, @Nullable Response<?> response, @Nullable Throwable error) {
        if (!span.wasTried()) {
            for (Object text : texts) {
                if (text instanceof TextSegment segment) {
                    span.call().input("user").text(segment.text());
                }
            }
            if (response != null) {
                ChatCalls.usage(span.call(), response.tokenUsage());
            }
        }
        span.exit(error);
    }
}
