package dev.narrative.applications.openai;

import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.helpers.ResponseAccumulator;
import com.openai.models.responses.FunctionTool;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseOutputItem;
import com.openai.models.responses.ResponseStreamEvent;
import com.openai.services.blocking.ResponseService;

/** The API of responses. */
final class Responses {
    private final ResponseService service;

    Responses(ResponseService service) {
        this.service = service;
    }

    void ask() {
        print(service.create(question().build()));
    }

    void askWithTool() {
        FunctionTool.Parameters anything = FunctionTool.Parameters.builder()
                .putAdditionalProperty("type", JsonValue.from("object"))
                .build();
        FunctionTool weather = FunctionTool.builder()
                .name("weather")
                .parameters(anything)
                .strict(false)
                .build();
        print(service.create(question().addTool(weather).build()));
    }

    void stream() {
        ResponseAccumulator whole = ResponseAccumulator.create();
        try (StreamResponse<ResponseStreamEvent> stream =
                service.createStreaming(question().build())) {
            stream.stream().forEach(whole::accumulate);
        }
        print(whole.response());
    }

    private static ResponseCreateParams.Builder question() {
        return ResponseCreateParams.builder()
                .model("gpt-4o-mini")
                .instructions("You answer ada@example.com.")
                .input("Where are we?");
    }

    private static void print(Response answer) {
        System.out.println("model " + answer.model());
        for (ResponseOutputItem item : answer.output()) {
            item.message().ifPresent(message -> message.content()
                    .forEach(part -> part.outputText().ifPresent(text -> System.out.println("text " + text.text()))));
            item.functionCall().ifPresent(call -> System.out.println("tool " + call.name() + " " + call.arguments()));
        }
        answer.status().ifPresent(status -> System.out.println("finish " + status));
        answer.usage()
                .ifPresent(usage ->
                        System.out.println("usage in=" + usage.inputTokens() + " out=" + usage.outputTokens()));
    }
}
