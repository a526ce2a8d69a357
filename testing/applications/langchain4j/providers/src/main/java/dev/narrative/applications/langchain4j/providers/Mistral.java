package dev.narrative.applications.langchain4j.providers;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.mistralai.MistralAiChatModel;
import dev.langchain4j.model.mistralai.MistralAiEmbeddingModel;
import dev.langchain4j.model.mistralai.MistralAiStreamingChatModel;

record Mistral(String url) implements Provider {
    private static final String CHAT = "mistral-small-latest";

    @Override
    public ChatModel chat() {
        return MistralAiChatModel.builder()
                .baseUrl(url)
                .apiKey("test")
                .modelName(CHAT)
                .returnThinking(true)
                .maxRetries(0)
                .build();
    }

    @Override
    public StreamingChatModel streaming() {
        return MistralAiStreamingChatModel.builder()
                .baseUrl(url)
                .apiKey("test")
                .modelName(CHAT)
                .returnThinking(true)
                .build();
    }

    @Override
    public EmbeddingModel embedding() {
        return MistralAiEmbeddingModel.builder()
                .baseUrl(url)
                .apiKey("test")
                .modelName("mistral-embed")
                .maxRetries(0)
                .build();
    }
}
