package dev.narrative.applications.openai;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.errors.OpenAIException;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.embeddings.CreateEmbeddingResponse;
import com.openai.models.embeddings.EmbeddingCreateParams;

/**
 * Arguments: base URL, scenario ({@code chat}, {@code stream}, {@code tools}, {@code embed}, {@code error},
 * {@code cancel}). Prints what the SDK makes of the answer, one fact a line.
 */
final class OpenAiProgram {
    private static final String MODEL = "gpt-4o-mini";

    private final OpenAIClient client;

    private OpenAiProgram(String url) {
        client = OpenAIOkHttpClient.builder()
                .baseUrl(url + "/v1")
                .apiKey("test")
                .maxRetries(0)
                .build();
    }

    public static void main(String[] args) {
        OpenAiProgram program = new OpenAiProgram(args[0]);
        try {
            program.run(args[1]);
        } finally {
            program.client.close();
        }
    }

    private void run(String scenario) {
        switch (scenario) {
            case "chat" -> print(client.chat().completions().create(ask().build()));
            case "tools" ->
                print(client.chat()
                        .completions()
                        .create(ask().addFunctionTool(weather()).build()));
            case "stream" -> stream();
            case "embed" -> embed();
            case "error" -> fail();
            case "cancel" -> cancel();
            default -> throw new IllegalArgumentException(scenario);
        }
    }

    private void stream() {
        ChatCompletionAccumulator whole = ChatCompletionAccumulator.create();
        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(askForUsage())) {
            stream.stream().forEach(whole::accumulate);
        }
        print(whole.chatCompletion());
    }

    private void cancel() {
        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(askForUsage())) {
            System.out.println("first " + stream.stream().findFirst().isPresent());
        }
    }

    private void embed() {
        EmbeddingCreateParams input = EmbeddingCreateParams.builder()
                .model("text-embedding-3-small")
                .input("A river")
                .build();
        CreateEmbeddingResponse response = client.embeddings().create(input);
        System.out.println("vector " + response.data().get(0).embedding());
        System.out.println("usage in=" + response.usage().promptTokens());
    }

    private void fail() {
        try {
            print(client.chat().completions().create(ask().build()));
        } catch (OpenAIException e) {
            System.out.println("error " + e.getClass().getSimpleName() + " " + e.getMessage());
        }
    }

    private static ChatCompletionCreateParams.Builder ask() {
        return ChatCompletionCreateParams.builder().model(MODEL).addUserMessage("Where are we?");
    }

    private static ChatCompletionCreateParams askForUsage() {
        ChatCompletionStreamOptions usage =
                ChatCompletionStreamOptions.builder().includeUsage(true).build();
        return ask().streamOptions(usage).build();
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
