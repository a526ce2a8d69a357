package dev.narrative.applications.ollama;

import io.github.ollama4j.Ollama;
import io.github.ollama4j.exceptions.OllamaException;
import io.github.ollama4j.models.chat.OllamaChatMessageRole;
import io.github.ollama4j.models.chat.OllamaChatRequest;
import io.github.ollama4j.models.chat.OllamaChatResponseModel;
import io.github.ollama4j.models.embed.OllamaEmbedRequest;
import io.github.ollama4j.models.embed.OllamaEmbedResult;
import io.github.ollama4j.models.generate.OllamaGenerateRequest;
import io.github.ollama4j.models.generate.OllamaGenerateStreamObserver;
import io.github.ollama4j.models.request.ThinkMode;
import io.github.ollama4j.models.response.OllamaResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Arguments: base URL and scenario, as many pairs as wanted. Prints what the library makes of each answer, one fact a
 * line. What stands after a slash in a scenario only tells it from others. There is no way to cancel a chat.
 */
final class OllamaProgram {
    private static final String MODEL = "llama3.2";
    private static final String QUESTION = "Where are we? Tell ada@example.com.";

    private final Ollama client;

    private OllamaProgram(String url) {
        client = new Ollama(url);
    }

    public static void main(String[] args) {
        for (int i = 0; i < args.length; i += 2) {
            try {
                new OllamaProgram(args[i]).run(args[i + 1]);
            } catch (OllamaException e) {
                System.out.println("error " + e.getMessage());
            }
        }
    }

    private void run(String scenario) throws OllamaException {
        System.out.println("scenario " + scenario);
        switch (scenario.split("/", 2)[0]) {
            case "chat", "tools" -> print(client.chat(ask(), null).getResponseModel());
            case "stream" -> stream();
            case "generate" -> generate(null);
            case "generate-stream" -> generate(new OllamaGenerateStreamObserver(thought -> {}, System.out::println));
            case "embed" -> embed();
            default -> throw new IllegalArgumentException(scenario);
        }
    }

    private void generate(@Nullable OllamaGenerateStreamObserver observer) throws OllamaException {
        OllamaGenerateRequest request = OllamaGenerateRequest.builder()
                .withModel(MODEL)
                .withPrompt(QUESTION)
                .withThink(ThinkMode.DISABLED);
        OllamaResult answer = client.generate(request.build(), observer);
        System.out.println("text " + answer.getResponse());
    }

    private void stream() throws OllamaException {
        OllamaChatRequest streaming = ask().withStreaming();
        print(client.chat(
                        streaming,
                        part -> System.out.println("delta " + part.getMessage().getResponse()))
                .getResponseModel());
    }

    private void embed() throws OllamaException {
        OllamaEmbedResult result = client.embed(new OllamaEmbedRequest(MODEL, List.of("A river")));
        System.out.println("vector " + result.getEmbeddings().get(0));
        System.out.println("usage in=" + result.getPromptEvalCount());
    }

    /** The library answers a tool call by itself and asks again, even where no tool is registered. */
    private static OllamaChatRequest ask() {
        return OllamaChatRequest.builder()
                .withModel(MODEL)
                .withUseTools(false)
                .withMessage(OllamaChatMessageRole.USER, QUESTION)
                .build();
    }

    private static void print(OllamaChatResponseModel answer) {
        System.out.println("model " + answer.getModel());
        System.out.println("text " + answer.getMessage().getResponse());
        if (answer.getMessage().getToolCalls() != null) {
            answer.getMessage()
                    .getToolCalls()
                    .forEach(call ->
                            System.out.println("tool " + call.getFunction().getName() + " "
                                    + call.getFunction().getArguments()));
        }
        System.out.println("finish " + answer.getDoneReason());
        System.out.println("usage in=" + answer.getPromptEvalCount() + " out=" + answer.getEvalCount());
    }
}
