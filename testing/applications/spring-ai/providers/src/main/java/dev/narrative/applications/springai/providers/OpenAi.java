package dev.narrative.applications.springai.providers;

import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.document.MetadataMode;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.ai.openai.OpenAiEmbeddingModel;
import org.springframework.ai.openai.OpenAiEmbeddingOptions;
import org.springframework.ai.openai.api.OpenAiApi;

record OpenAi(String url) implements Provider {
    @Override
    public ChatModel chat() {
        OpenAiChatOptions options = OpenAiChatOptions.builder()
                .model("gpt-4o-mini")
                .temperature(0.5)
                .streamUsage(true)
                .build();
        return OpenAiChatModel.builder()
                .openAiApi(api())
                .defaultOptions(options)
                .retryTemplate(ONCE)
                .build();
    }

    @Override
    public EmbeddingModel embedding() {
        OpenAiEmbeddingOptions options =
                OpenAiEmbeddingOptions.builder().model("text-embedding-3-small").build();
        return new OpenAiEmbeddingModel(api(), MetadataMode.EMBED, options, ONCE);
    }

    private OpenAiApi api() {
        return OpenAiApi.builder()
                .baseUrl(url)
                .apiKey("test")
                .restClientBuilder(Provider.http())
                .webClientBuilder(Provider.reactiveHttp())
                .build();
    }
}
