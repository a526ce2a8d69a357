package dev.narrative.applications.ollama;

import io.github.ollama4j.Ollama;
import io.github.ollama4j.exceptions.OllamaException;
import io.github.ollama4j.models.chat.OllamaChatMessageRole;
import io.github.ollama4j.models.chat.OllamaChatRequest;
import io.github.ollama4j.models.chat.OllamaChatResponseModel;
import io.github.ollama4j.models.embed.OllamaEmbedRequest;
import io.github.ollama4j.models.embed.OllamaEmbedResult;
import java.util.List;

/**
 * Arguments: base URL, scenario ({@code chat}, {@code stream}, {@code tools}, {@code embed}, {@code error}). Prints
 * what the library makes of the answer, one fact a line. It has no way to cancel a chat.
 */
final class OllamaProgram {
    private static final String MODEL = "llama3.2";

    private final Ollama client;

    private OllamaProgram(String url) {
        client = new Ollama(url);
    }

    public static void main(String[] args) throws OllamaException {
        new OllamaProgram(args[0]).run(args[1]);
    }

    private void run(String scenario) throws OllamaException {
        switch (scenario) {
            case "chat", "tools" -> print(client.chat(ask(), null).getResponseModel());
            case "stream" -> stream();
            case "embed" -> embed();
            case "error" -> fail();
            default -> throw new IllegalArgumentException(scenario);
        }
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

    private void fail() {
        try {
            print(client.chat(ask(), null).getResponseModel());
        } catch (OllamaException e) {
            System.out.println("error " + e.getClass().getSimpleName() + " " + e.getMessage());
        }
    }

    /** Leaves the tools that are called to who asked, so that they can be printed. */
    private static OllamaChatRequest ask() {
        return OllamaChatRequest.builder()
                .withModel(MODEL)
                .withUseTools(false)
                .withMessage(OllamaChatMessageRole.USER, "Where are we?")
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
