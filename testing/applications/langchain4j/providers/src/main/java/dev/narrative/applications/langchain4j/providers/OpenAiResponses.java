package dev.narrative.applications.langchain4j.providers;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.openai.OpenAiResponsesChatModel;
import dev.langchain4j.model.openai.OpenAiResponsesStreamingChatModel;

record OpenAiResponses(String url) implements Provider {
    private static final String CHAT = "gpt-4o-mini";

    @Override
    public ChatModel chat() {
        return OpenAiResponsesChatModel.builder()
                .baseUrl(url)
                .apiKey("test")
                .modelName(CHAT)
                .build();
    }

    @Override
    public StreamingChatModel streaming() {
        return OpenAiResponsesStreamingChatModel.builder()
                .baseUrl(url)
                .apiKey("test")
                .modelName(CHAT)
                .build();
    }
}
