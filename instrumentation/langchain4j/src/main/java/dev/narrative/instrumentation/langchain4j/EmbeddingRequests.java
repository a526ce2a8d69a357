package dev.narrative.instrumentation.langchain4j;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.request.EmbeddingRequest;
import dev.langchain4j.model.embedding.response.EmbeddingResponse;
import dev.langchain4j.model.embedding.response.EmbeddingResponseMetadata;
import dev.narrative.instrumentation.llm.ModelApi;
import dev.narrative.instrumentation.llm.ModelCall;
import dev.narrative.instrumentation.llm.ModelSpan;
import org.jspecify.annotations.Nullable;

/** Embeddings as the library's later versions tell them, with requests like those of chat models. */
final class EmbeddingRequests {
    private EmbeddingRequests() {}

    static ModelApi api(EmbeddingModel model) {
        return ModelApi.ofFramework("embeddings", ChatCalls.provider(model.provider()));
    }

    static void end(
            ModelSpan span,
            @Nullable EmbeddingRequest request,
            @Nullable EmbeddingResponse response,
            @Nullable Throwable error) {
        if (!span.wasTried()) {
            describe(span.call(), request);
            EmbeddingResponseMetadata metadata = response == null ? null : response.metadata();
            if (metadata != null) {
                span.call().responseModel(metadata.modelName());
                ChatCalls.usage(span.call(), metadata.tokenUsage());
            }
        }
        span.exit(error);
    }

    private static void describe(ModelCall call, @Nullable EmbeddingRequest request) {
        if (request != null) {
            call.requestModel(request.modelName());
            request.inputs().forEach(input -> call.input("user").text(input.text()));
        }
    }
}
