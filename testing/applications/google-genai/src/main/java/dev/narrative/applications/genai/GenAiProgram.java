package dev.narrative.applications.genai;

import com.google.genai.Client;
import com.google.genai.ResponseStream;
import com.google.genai.errors.ApiException;
import com.google.genai.types.ContentEmbedding;
import com.google.genai.types.EmbedContentConfig;
import com.google.genai.types.EmbedContentResponse;
import com.google.genai.types.FunctionDeclaration;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.Tool;
import java.util.List;

/**
 * Arguments: base URL, scenario ({@code chat}, {@code stream}, {@code tools}, {@code embed}, {@code error},
 * {@code cancel}). Prints what the SDK makes of the answer, one fact a line; of a stream, of each chunk.
 */
final class GenAiProgram {
    private static final String MODEL = "gemini-2.5-flash";
    private static final String QUESTION = "Where are we?";
    private static final GenerateContentConfig PLAIN =
            GenerateContentConfig.builder().build();

    private final Client client;

    private GenAiProgram(String url) {
        HttpOptions options = HttpOptions.builder().baseUrl(url).build();
        client = Client.builder().apiKey("test").httpOptions(options).build();
    }

    public static void main(String[] args) {
        GenAiProgram program = new GenAiProgram(args[0]);
        try {
            program.run(args[1]);
        } finally {
            program.client.close();
        }
    }

    private void run(String scenario) {
        switch (scenario) {
            case "chat" -> print(client.models.generateContent(MODEL, QUESTION, PLAIN));
            case "tools" -> print(client.models.generateContent(MODEL, QUESTION, withTool()));
            case "stream" -> stream();
            case "embed" -> embed();
            case "error" -> fail();
            case "cancel" -> cancel();
            default -> throw new IllegalArgumentException(scenario);
        }
    }

    private void stream() {
        try (ResponseStream<GenerateContentResponse> stream = open()) {
            stream.forEach(GenAiProgram::print);
        }
    }

    private void cancel() {
        try (ResponseStream<GenerateContentResponse> stream = open()) {
            System.out.println("first " + stream.iterator().hasNext());
        }
    }

    private ResponseStream<GenerateContentResponse> open() {
        return client.models.generateContentStream(MODEL, QUESTION, PLAIN);
    }

    private void embed() {
        EmbedContentConfig plain = EmbedContentConfig.builder().build();
        EmbedContentResponse response = client.models.embedContent("gemini-embedding-001", "A river", plain);
        for (ContentEmbedding vector : response.embeddings().orElse(List.of())) {
            System.out.println("vector " + vector.values().orElse(List.of()));
        }
    }

    private void fail() {
        try {
            print(client.models.generateContent(MODEL, QUESTION, PLAIN));
        } catch (ApiException e) {
            System.out.println("error " + e.getClass().getSimpleName() + " " + e.code() + " " + e.message());
        }
    }

    private static GenerateContentConfig withTool() {
        FunctionDeclaration weather =
                FunctionDeclaration.builder().name("weather").build();
        Tool tool = Tool.builder().functionDeclarations(weather).build();
        return GenerateContentConfig.builder().tools(tool).build();
    }

    private static void print(GenerateContentResponse answer) {
        answer.modelVersion().ifPresent(model -> System.out.println("model " + model));
        System.out.println("text " + answer.text());
        if (answer.functionCalls() != null) {
            answer.functionCalls()
                    .forEach(call -> System.out.println("tool " + call.name().orElse("") + " " + call.args()));
        }
        System.out.println("finish " + answer.finishReason());
        answer.usageMetadata()
                .ifPresent(usage -> System.out.println("usage in="
                        + usage.promptTokenCount().orElse(0)
                        + " out=" + usage.candidatesTokenCount().orElse(0)));
    }
}
