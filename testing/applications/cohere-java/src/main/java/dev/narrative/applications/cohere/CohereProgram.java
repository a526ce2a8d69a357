package dev.narrative.applications.cohere;

import com.cohere.api.Cohere;
import com.cohere.api.core.CohereException;
import com.cohere.api.resources.v2.V2Client;
import com.cohere.api.resources.v2.requests.V2ChatRequest;
import com.cohere.api.resources.v2.requests.V2ChatStreamRequest;
import com.cohere.api.resources.v2.requests.V2EmbedRequest;
import com.cohere.api.resources.v2.types.V2ChatResponse;
import com.cohere.api.resources.v2.types.V2ChatStreamResponse;
import com.cohere.api.types.ChatMessageV2;
import com.cohere.api.types.EmbedByTypeResponse;
import com.cohere.api.types.EmbedInputType;
import com.cohere.api.types.EmbeddingType;
import com.cohere.api.types.ToolV2;
import com.cohere.api.types.ToolV2Function;
import com.cohere.api.types.Usage;
import com.cohere.api.types.UserMessageV2;
import com.cohere.api.types.UserMessageV2Content;
import java.util.List;
import java.util.Map;

/**
 * Arguments: base URL, scenario ({@code chat}, {@code stream}, {@code tools}, {@code embed}, {@code error},
 * {@code cancel}). Prints what the SDK makes of the answer, one fact a line.
 */
final class CohereProgram {
    private static final String MODEL = "command-a-03-2025";

    private final V2Client client;

    private CohereProgram(String url) {
        client = Cohere.builder().url(url).token("test").maxRetries(0).build().v2();
    }

    /** Ends by itself: OkHttp's threads would keep the JVM for a minute. */
    public static void main(String[] args) {
        new CohereProgram(args[0]).run(args[1]);
        System.exit(0);
    }

    private void run(String scenario) {
        switch (scenario) {
            case "chat" -> print(client.chat(ask().build()));
            case "tools" -> print(client.chat(ask().tools(List.of(weather())).build()));
            case "stream" -> open().forEach(CohereProgram::print);
            case "embed" -> embed();
            case "error" -> fail();
            case "cancel" ->
                System.out.println("first " + open().iterator().next().isMessageStart());
            default -> throw new IllegalArgumentException(scenario);
        }
    }

    private Iterable<V2ChatStreamResponse> open() {
        return client.chatStream(
                V2ChatStreamRequest.builder().model(MODEL).messages(question()).build());
    }

    private void embed() {
        EmbedByTypeResponse response = client.embed(V2EmbedRequest.builder()
                .model("embed-v4.0")
                .inputType(EmbedInputType.SEARCH_QUERY)
                .texts(List.of("A river"))
                .embeddingTypes(List.of(EmbeddingType.FLOAT))
                .build());
        response.getEmbeddings().getFloat().ifPresent(vectors -> System.out.println("vector " + vectors.get(0)));
        response.getMeta()
                .flatMap(meta -> meta.getBilledUnits())
                .ifPresent(units ->
                        System.out.println("usage in=" + units.getInputTokens().orElse(0.0)));
    }

    private void fail() {
        try {
            print(client.chat(ask().build()));
        } catch (CohereException e) {
            System.out.println("error " + e.getClass().getSimpleName() + " " + e.getMessage());
        }
    }

    private static V2ChatRequest._FinalStage ask() {
        return V2ChatRequest.builder().model(MODEL).messages(question());
    }

    private static List<ChatMessageV2> question() {
        UserMessageV2Content content = UserMessageV2Content.of("Where are we?");
        return List.of(
                ChatMessageV2.user(UserMessageV2.builder().content(content).build()));
    }

    private static ToolV2 weather() {
        ToolV2Function function = ToolV2Function.builder()
                .name("weather")
                .parameters(Map.of("type", "object"))
                .build();
        return ToolV2.builder().function(function).build();
    }

    private static void print(V2ChatResponse answer) {
        answer.getMessage()
                .getContent()
                .ifPresent(items -> items.forEach(
                        item -> item.getText().ifPresent(text -> System.out.println("text " + text.getText()))));
        answer.getMessage()
                .getToolCalls()
                .ifPresent(calls -> calls.forEach(call -> call.getFunction()
                        .ifPresent(function -> System.out.println("tool "
                                + function.getName().orElse("") + " "
                                + function.getArguments().orElse("")))));
        System.out.println("finish " + answer.getFinishReason());
        answer.getUsage().ifPresent(CohereProgram::print);
    }

    private static void print(V2ChatStreamResponse event) {
        event.getContentDelta()
                .flatMap(content -> content.getDelta())
                .flatMap(delta -> delta.getMessage())
                .flatMap(message -> message.getContent())
                .flatMap(content -> content.getText())
                .ifPresent(text -> System.out.println("delta " + text));
        event.getMessageEnd().flatMap(end -> end.getDelta()).ifPresent(delta -> {
            delta.getFinishReason().ifPresent(reason -> System.out.println("finish " + reason));
            delta.getUsage().ifPresent(CohereProgram::print);
        });
    }

    private static void print(Usage usage) {
        usage.getTokens()
                .ifPresent(tokens -> System.out.println("usage in="
                        + tokens.getInputTokens().orElse(0.0)
                        + " out=" + tokens.getOutputTokens().orElse(0.0)));
    }
}
