package dev.narrative.applications.springai.providers;

import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.mistralai.MistralAiChatModel;
import org.springframework.ai.mistralai.MistralAiChatOptions;
import org.springframework.ai.mistralai.MistralAiEmbeddingModel;
import org.springframework.ai.mistralai.api.MistralAiApi;

record Mistral(String url) implements Provider {
    @Override
    public ChatModel chat() {
        return MistralAiChatModel.builder()
                .mistralAiApi(api())
                .defaultOptions(MistralAiChatOptions.builder()
                        .model("mistral-small-latest")
                        .build())
                .retryTemplate(ONCE)
                .build();
    }

    @Override
    public EmbeddingModel embedding() {
        return MistralAiEmbeddingModel.builder()
                .mistralAiApi(api())
                .retryTemplate(ONCE)
                .build();
    }

    private MistralAiApi api() {
        return MistralAiApi.builder()
                .baseUrl(url)
                .apiKey("test")
                .restClientBuilder(Provider.http())
                .webClientBuilder(Provider.reactiveHttp())
                .build();
    }
}
