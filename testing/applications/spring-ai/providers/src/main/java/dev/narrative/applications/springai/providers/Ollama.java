package dev.narrative.applications.springai.providers;

import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.ollama.OllamaChatModel;
import org.springframework.ai.ollama.OllamaEmbeddingModel;
import org.springframework.ai.ollama.api.OllamaApi;
import org.springframework.ai.ollama.api.OllamaChatOptions;
import org.springframework.ai.ollama.api.OllamaEmbeddingOptions;

record Ollama(String url) implements Provider {
    private static final String MODEL = "llama3.2";

    @Override
    public ChatModel chat() {
        return OllamaChatModel.builder()
                .ollamaApi(api())
                .defaultOptions(OllamaChatOptions.builder().model(MODEL).build())
                .retryTemplate(ONCE)
                .build();
    }

    @Override
    public EmbeddingModel embedding() {
        return OllamaEmbeddingModel.builder()
                .ollamaApi(api())
                .defaultOptions(OllamaEmbeddingOptions.builder().model(MODEL).build())
                .build();
    }

    private OllamaApi api() {
        return OllamaApi.builder()
                .baseUrl(url)
                .restClientBuilder(Provider.http())
                .webClientBuilder(Provider.reactiveHttp())
                .build();
    }
}
