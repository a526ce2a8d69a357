package dev.narrative.applications.springai.providers;

import org.springframework.ai.anthropic.AnthropicChatModel;
import org.springframework.ai.anthropic.AnthropicChatOptions;
import org.springframework.ai.anthropic.api.AnthropicApi;
import org.springframework.ai.chat.model.ChatModel;

record Anthropic(String url) implements Provider {
    @Override
    public ChatModel chat() {
        AnthropicChatOptions options = AnthropicChatOptions.builder()
                .model("claude-sonnet-4-5")
                .maxTokens(100)
                .build();
        return AnthropicChatModel.builder()
                .anthropicApi(AnthropicApi.builder()
                        .baseUrl(url)
                        .apiKey("test")
                        .restClientBuilder(Provider.http())
                        .webClientBuilder(Provider.reactiveHttp())
                        .build())
                .defaultOptions(options)
                .retryTemplate(ONCE)
                .build();
    }
}
