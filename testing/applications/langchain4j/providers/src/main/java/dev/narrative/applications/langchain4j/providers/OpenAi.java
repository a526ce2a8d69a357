package dev.narrative.applications.langchain4j.providers;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.language.LanguageModel;
import dev.langchain4j.model.language.StreamingLanguageModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiLanguageModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingLanguageModel;

record OpenAi(String url) implements Provider {
    private static final String CHAT = "gpt-4o-mini";
    private static final String TEXT = "gpt-3.5-turbo-instruct";

    @Override
    public ChatModel chat() {
        return OpenAiChatModel.builder()
                .baseUrl(url)
                .apiKey("test")
                .modelName(CHAT)
                .temperature(0.5)
                .maxRetries(0)
                .build();
    }

    @Override
    public StreamingChatModel streaming() {
        return OpenAiStreamingChatModel.builder()
                .baseUrl(url)
                .apiKey("test")
                .modelName(CHAT)
                .temperature(0.5)
                .build();
    }

    @Override
    public EmbeddingModel embedding() {
        return OpenAiEmbeddingModel.builder()
                .baseUrl(url)
                .apiKey("test")
                .modelName("text-embedding-3-small")
                .maxRetries(0)
                .build();
    }

    @Override
    public LanguageModel language() {
        return OpenAiLanguageModel.builder()
                .baseUrl(url)
                .apiKey("test")
                .modelName(TEXT)
                .maxRetries(0)
                .build();
    }

    @Override
    public StreamingLanguageModel streamingLanguage() {
        return OpenAiStreamingLanguageModel.builder()
                .baseUrl(url)
                .apiKey("test")
                .modelName(TEXT)
                .build();
    }
}
