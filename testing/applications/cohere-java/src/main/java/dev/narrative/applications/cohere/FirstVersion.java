package dev.narrative.applications.cohere;

import com.cohere.api.Cohere;
import com.cohere.api.requests.ChatRequest;
import com.cohere.api.requests.ChatStreamRequest;
import com.cohere.api.requests.EmbedRequest;
import com.cohere.api.types.EmbedInputType;
import com.cohere.api.types.NonStreamedChatResponse;
import com.cohere.api.types.StreamedChatResponse;
import com.cohere.api.types.Tool;
import java.util.List;

/** Cohere's API as it was before, which the SDK still has. */
final class FirstVersion {
    private static final String MODEL = "command-a-03-2025";
    private static final String QUESTION = "Where are we? Tell ada@example.com.";

    private final Cohere client;

    FirstVersion(String url) {
        client = Cohere.builder().url(url).token("test").maxRetries(1).build();
    }

    void run(String scenario) {
        switch (scenario.split("/", 2)[0]) {
            case "v1-chat" -> print(client.chat(ask().build()));
            case "v1-tools" -> print(client.chat(ask().tools(weather()).build()));
            case "v1-stream" -> client.chatStream(askStreaming().build()).forEach(FirstVersion::print);
            case "v1-stream-tools" ->
                client.chatStream(askStreaming().tools(weather()).build()).forEach(FirstVersion::print);
            case "v1-embed" -> embed();
            default -> throw new IllegalArgumentException(scenario);
        }
    }

    private void embed() {
        EmbedRequest request = EmbedRequest.builder()
                .model("embed-v4.0")
                .inputType(EmbedInputType.SEARCH_QUERY)
                .texts(List.of("A river"))
                .build();
        client.embed(request)
                .getEmbeddingsFloats()
                .ifPresent(answer ->
                        System.out.println("vector " + answer.getEmbeddings().get(0)));
    }

    private static ChatRequest._FinalStage ask() {
        return ChatRequest.builder().message(QUESTION).model(MODEL);
    }

    private static ChatStreamRequest._FinalStage askStreaming() {
        return ChatStreamRequest.builder().message(QUESTION).model(MODEL);
    }

    private static List<Tool> weather() {
        return List.of(
                Tool.builder().name("weather").description("Tells the weather").build());
    }

    private static void print(StreamedChatResponse event) {
        event.getTextGeneration().ifPresent(piece -> System.out.println("delta " + piece.getText()));
        event.getToolCallsChunk().ifPresent(piece -> System.out.println("called " + piece.getToolCallDelta()));
        event.getStreamEnd().ifPresent(end -> print(end.getResponse()));
    }

    private static void print(NonStreamedChatResponse answer) {
        System.out.println("text " + answer.getText());
        answer.getToolCalls()
                .ifPresent(calls -> calls.forEach(
                        call -> System.out.println("tool " + call.getName() + " " + call.getParameters())));
        System.out.println("finish " + answer.getFinishReason());
        answer.getMeta().flatMap(meta -> meta.getTokens()).ifPresent(tokens -> System.out.println("usage " + tokens));
    }
}
