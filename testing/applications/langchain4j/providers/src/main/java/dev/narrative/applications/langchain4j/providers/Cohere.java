package dev.narrative.applications.langchain4j.providers;

import dev.langchain4j.model.cohere.CohereEmbeddingModel;
import dev.langchain4j.model.embedding.EmbeddingModel;

/** It has no chats. */
record Cohere(String url) implements Provider {
    @Override
    public EmbeddingModel embedding() {
        return CohereEmbeddingModel.builder()
                .baseUrl(url)
                .apiKey("test")
                .modelName("embed-v4.0")
                .inputType("search_query")
                .build();
    }
}
