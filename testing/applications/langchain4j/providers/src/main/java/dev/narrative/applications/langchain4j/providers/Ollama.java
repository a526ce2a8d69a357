package dev.narrative.applications.langchain4j.providers;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.language.LanguageModel;
import dev.langchain4j.model.language.StreamingLanguageModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.ollama.OllamaEmbeddingModel;
import dev.langchain4j.model.ollama.OllamaLanguageModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingLanguageModel;

record Ollama(String url) implements Provider {
    private static final String MODEL = "llama3.2";

    @Override
    public ChatModel chat() {
        return OllamaChatModel.builder()
                .baseUrl(url)
                .modelName(MODEL)
                .maxRetries(0)
                .build();
    }

    @Override
    public StreamingChatModel streaming() {
        return OllamaStreamingChatModel.builder().baseUrl(url).modelName(MODEL).build();
    }

    @Override
    public EmbeddingModel embedding() {
        return OllamaEmbeddingModel.builder()
                .baseUrl(url)
                .modelName(MODEL)
                .maxRetries(0)
                .build();
    }

    @Override
    public LanguageModel language() {
        return OllamaLanguageModel.builder()
                .baseUrl(url)
                .modelName(MODEL)
                .maxRetries(0)
                .build();
    }

    @Override
    public StreamingLanguageModel streamingLanguage() {
        return OllamaStreamingLanguageModel.builder()
                .baseUrl(url)
                .modelName(MODEL)
                .build();
    }
}
