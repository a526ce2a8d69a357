package dev.narrative.applications.springai2;

import dev.narrative.applications.springai.Models;
import dev.narrative.applications.springai.Program;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.ai.openai.OpenAiEmbeddingModel;
import org.springframework.ai.openai.OpenAiEmbeddingOptions;

/** Models of Spring AI 2.0, whose tools run in an advisor, and whose HTTP is OkHttp's. */
public final class SpringAi2 implements Models {
    private static final int RETRIES = 2;

    public static void main(String[] args) {
        Program.run(new SpringAi2(), args);
        // OkHttp's pool has threads that are no daemons and stay for a minute.
        System.exit(0);
    }

    @Override
    public ChatModel chat(String url) {
        OpenAiChatOptions.StreamOptions usage =
                OpenAiChatOptions.StreamOptions.builder().includeUsage(true).build();
        OpenAiChatOptions options = OpenAiChatOptions.builder()
                .baseUrl(url + "/v1")
                .apiKey("test")
                .model(CHAT)
                .maxRetries(RETRIES)
                .streamOptions(usage)
                .build();
        return OpenAiChatModel.builder().options(options).build();
    }

    @Override
    public EmbeddingModel embedding(String url) {
        OpenAiEmbeddingOptions options = OpenAiEmbeddingOptions.builder()
                .baseUrl(url + "/v1")
                .apiKey("test")
                .model(EMBEDDING)
                .build();
        return OpenAiEmbeddingModel.builder().options(options).build();
    }
}
