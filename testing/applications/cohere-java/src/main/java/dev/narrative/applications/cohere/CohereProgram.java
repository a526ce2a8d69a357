package dev.narrative.applications.cohere;

import com.cohere.api.AsyncCohere;
import com.cohere.api.Cohere;
import com.cohere.api.core.CohereException;
import com.cohere.api.resources.v2.AsyncV2Client;
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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Arguments: base URL and scenario, as many pairs as wanted. Prints what the SDK makes of each answer, one fact a line.
 * What stands after a slash in a scenario only tells it from others. A failed request is sent once more.
 */
final class CohereProgram {
    private static final String MODEL = "command-a-03-2025";

    /** One finds what was left; the others give time to whoever is told of it. */
    private static final int COLLECTIONS = 20;

    private final String url;
    private final V2Client client;

    private CohereProgram(String url) {
        this.url = url;
        client = Cohere.builder().url(url).token("test").maxRetries(1).build().v2();
    }

    /** Ends by itself: OkHttp's threads would keep the JVM for a minute. */
    public static void main(String[] args) {
        for (int i = 0; i < args.length; i += 2) {
            try {
                new CohereProgram(args[i]).run(args[i + 1]);
            } catch (CohereException e) {
                System.out.println("error " + e.getClass().getSimpleName() + " " + e.getMessage());
            } catch (RuntimeException e) {
                System.out.println("error " + e.getClass().getSimpleName());
            }
        }
        System.exit(0);
    }

    private void run(String scenario) {
        System.out.println("scenario " + scenario);
        switch (scenario.split("/", 2)[0]) {
            case "chat" -> print(client.chat(ask().build()));
            case "tools" -> print(client.chat(ask().tools(List.of(weather())).build()));
            case "stream" -> stream(askStreaming());
            case "stream-tools" -> stream(askStreaming().tools(List.of(weather())));
            case "embed" -> embed();
            case "cancel" -> cancel();
            case "async" -> print(later().chat(ask().build()).join());
            case "stream-async" ->
                later().chatStream(askStreaming().build()).join().forEach(CohereProgram::print);
            case "v1-chat", "v1-tools", "v1-stream", "v1-stream-tools", "v1-embed" ->
                new FirstVersion(url).run(scenario);
            default -> throw new IllegalArgumentException(scenario);
        }
    }

    private AsyncV2Client later() {
        return AsyncCohere.builder()
                .url(url)
                .token("test")
                .maxRetries(1)
                .build()
                .v2();
    }

    private void stream(V2ChatStreamRequest._FinalStage question) {
        client.chatStream(question.build()).forEach(CohereProgram::print);
    }

    /** The SDK gives a stream that cannot be closed: what is left of it is found by a garbage collection. */
    private void cancel() {
        System.out.println("first "
                + client.chatStream(askStreaming().build()).iterator().next().isMessageStart());
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private static V2ChatStreamRequest._FinalStage askStreaming() {
        return V2ChatStreamRequest.builder().model(MODEL).messages(question());
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

    private static V2ChatRequest._FinalStage ask() {
        return V2ChatRequest.builder().model(MODEL).messages(question());
    }

    private static List<ChatMessageV2> question() {
        UserMessageV2Content content = UserMessageV2Content.of("Where are we? Tell ada@example.com.");
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
