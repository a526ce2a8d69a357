package dev.narrative.applications.openai;

import com.openai.client.OpenAIClient;
import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;

/** Chat completions in every way that the SDK has. */
final class Chats {
    private static final String MODEL = "gpt-4o-mini";

    private final OpenAIClient client;

    Chats(OpenAIClient client) {
        this.client = client;
    }

    void ask() {
        print(client.chat().completions().create(question().build()));
    }

    void askLater() {
        print(client.async().chat().completions().create(question().build()).join());
    }

    void askWithTool() {
        print(client.chat()
                .completions()
                .create(question().addFunctionTool(weather()).build()));
    }

    void stream() {
        stream(question());
    }

    void streamWithTool() {
        stream(question().addFunctionTool(weather()));
    }

    private void stream(ChatCompletionCreateParams.Builder question) {
        ChatCompletionAccumulator whole = ChatCompletionAccumulator.create();
        try (StreamResponse<ChatCompletionChunk> stream = open(question)) {
            stream.stream().forEach(whole::accumulate);
        }
        print(whole.chatCompletion());
    }

    void streamLater() {
        ChatCompletionAccumulator whole = ChatCompletionAccumulator.create();
        client.async()
                .chat()
                .completions()
                .createStreaming(withUsage(question()))
                .subscribe(whole::accumulate)
                .onCompleteFuture()
                .join();
        print(whole.chatCompletion());
    }

    /** Wants no more after the first chunk. */
    void cancel() {
        try (StreamResponse<ChatCompletionChunk> stream = open(question())) {
            System.out.println("first " + stream.stream().findFirst().isPresent());
        }
    }

    private StreamResponse<ChatCompletionChunk> open(ChatCompletionCreateParams.Builder question) {
        return client.chat().completions().createStreaming(withUsage(question));
    }

    private static ChatCompletionCreateParams.Builder question() {
        return ChatCompletionCreateParams.builder()
                .model(MODEL)
                .temperature(0.5)
                .addSystemMessage("You answer ada@example.com.")
                .addUserMessage("Where are we?");
    }

    private static ChatCompletionCreateParams withUsage(ChatCompletionCreateParams.Builder question) {
        ChatCompletionStreamOptions usage =
                ChatCompletionStreamOptions.builder().includeUsage(true).build();
        return question.streamOptions(usage).build();
    }

    private static FunctionDefinition weather() {
        FunctionParameters parameters = FunctionParameters.builder()
                .putAdditionalProperty("type", JsonValue.from("object"))
                .build();
        return FunctionDefinition.builder()
                .name("weather")
                .parameters(parameters)
                .build();
    }

    private static void print(ChatCompletion answer) {
        System.out.println("model " + answer.model());
        for (ChatCompletion.Choice choice : answer.choices()) {
            choice.message().content().ifPresent(text -> System.out.println("text " + text));
            choice.message()
                    .toolCalls()
                    .ifPresent(calls -> calls.forEach(call -> System.out.println("tool "
                            + call.asFunction().function().name() + " "
                            + call.asFunction().function().arguments())));
            System.out.println("finish " + choice.finishReason());
        }
        answer.usage()
                .ifPresent(usage ->
                        System.out.println("usage in=" + usage.promptTokens() + " out=" + usage.completionTokens()));
    }
}
