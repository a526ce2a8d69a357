package dev.narrative.applications.springai;

import java.time.Duration;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.document.MetadataMode;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.ai.openai.OpenAiEmbeddingModel;
import org.springframework.ai.openai.OpenAiEmbeddingOptions;
import org.springframework.ai.openai.api.OpenAiApi;
import org.springframework.ai.retry.TransientAiException;
import org.springframework.retry.support.RetryTemplate;

/** Models of Spring AI 1.1, whose tools run within the model's call. */
public final class SpringAi1 implements Models {
    private static final int ATTEMPTS = 3;

    public static void main(String[] args) {
        Program.run(new SpringAi1(), args);
        // The pool of the advisor that augments has threads that are no daemons.
        System.exit(0);
    }

    @Override
    public ChatModel chat(String url) {
        OpenAiChatOptions options =
                OpenAiChatOptions.builder().model(CHAT).streamUsage(true).build();
        return OpenAiChatModel.builder()
                .openAiApi(api(url))
                .defaultOptions(options)
                .retryTemplate(retries())
                .build();
    }

    @Override
    public EmbeddingModel embedding(String url) {
        OpenAiEmbeddingOptions options =
                OpenAiEmbeddingOptions.builder().model(EMBEDDING).build();
        return new OpenAiEmbeddingModel(api(url), MetadataMode.EMBED, options, retries());
    }

    private static OpenAiApi api(String url) {
        return OpenAiApi.builder().baseUrl(url).apiKey("test").build();
    }

    private static RetryTemplate retries() {
        return RetryTemplate.builder()
                .maxAttempts(ATTEMPTS)
                .retryOn(TransientAiException.class)
                .fixedBackoff(Duration.ofMillis(1))
                .build();
    }
}
