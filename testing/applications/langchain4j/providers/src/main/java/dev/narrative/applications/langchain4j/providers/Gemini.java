package dev.narrative.applications.langchain4j.providers;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.googleai.GoogleAiEmbeddingModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;

record Gemini(String url) implements Provider {
    private static final String CHAT = "gemini-2.5-flash";

    @Override
    public ChatModel chat() {
        return GoogleAiGeminiChatModel.builder()
                .baseUrl(url)
                .apiKey("test")
                .modelName(CHAT)
                .maxRetries(0)
                .build();
    }

    @Override
    public StreamingChatModel streaming() {
        return GoogleAiGeminiStreamingChatModel.builder()
                .baseUrl(url)
                .apiKey("test")
                .modelName(CHAT)
                .build();
    }

    @Override
    public EmbeddingModel embedding() {
        return GoogleAiEmbeddingModel.builder()
                .baseUrl(url)
                .apiKey("test")
                .modelName("gemini-embedding-001")
                .maxRetries(0)
                .build();
    }
}
