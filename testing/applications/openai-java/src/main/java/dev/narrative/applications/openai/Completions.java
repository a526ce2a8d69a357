package dev.narrative.applications.openai;

import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.completions.Completion;
import com.openai.models.completions.CompletionCreateParams;
import com.openai.services.blocking.CompletionService;

/** Completions of a text, as models before chats gave them. */
final class Completions {
    private final CompletionService service;

    Completions(CompletionService service) {
        this.service = service;
    }

    void ask() {
        print(service.create(beginning().build()));
    }

    void stream() {
        CompletionCreateParams withUsage = beginning()
                .streamOptions(
                        ChatCompletionStreamOptions.builder().includeUsage(true).build())
                .build();
        try (StreamResponse<Completion> stream = service.createStreaming(withUsage)) {
            stream.stream().forEach(Completions::print);
        }
    }

    private static CompletionCreateParams.Builder beginning() {
        return CompletionCreateParams.builder()
                .model("gpt-3.5-turbo-instruct")
                .prompt("Where are we? Tell ada@example.com.");
    }

    private static void print(Completion answer) {
        System.out.println("model " + answer.model());
        answer.choices()
                .forEach(choice -> System.out.println("text " + choice.text() + " finish " + choice._finishReason()));
        answer.usage()
                .ifPresent(usage ->
                        System.out.println("usage in=" + usage.promptTokens() + " out=" + usage.completionTokens()));
    }
}
