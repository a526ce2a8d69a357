package dev.narrative.applications.langchain4j.providers;

import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;

record Anthropic(String url) implements Provider {
    private static final String CHAT = "claude-sonnet-4-5";
    private static final int MAX_TOKENS = 100;

    @Override
    public ChatModel chat() {
        return AnthropicChatModel.builder()
                .baseUrl(url)
                .apiKey("test")
                .modelName(CHAT)
                .maxTokens(MAX_TOKENS)
                .returnThinking(true)
                .maxRetries(0)
                .build();
    }

    @Override
    public StreamingChatModel streaming() {
        return AnthropicStreamingChatModel.builder()
                .baseUrl(url)
                .apiKey("test")
                .modelName(CHAT)
                .maxTokens(MAX_TOKENS)
                .returnThinking(true)
                .build();
    }
}
