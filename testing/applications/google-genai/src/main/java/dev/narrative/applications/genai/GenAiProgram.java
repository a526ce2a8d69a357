package dev.narrative.applications.genai;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
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
import com.google.genai.types.HttpRetryOptions;
import com.google.genai.types.Tool;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

/**
 * Arguments: base URL and scenario, as many pairs as wanted. Prints what the SDK makes of each answer, one fact a line;
 * of a stream, of each chunk. What stands after a slash in a scenario only tells it from others; one that begins with
 * {@code vertex-} is played there. A failed request is sent once more.
 */
final class GenAiProgram {
    private static final String MODEL = "gemini-2.5-flash";
    private static final String QUESTION = "Where are we? Tell ada@example.com.";
    private static final GenerateContentConfig PLAIN =
            GenerateContentConfig.builder().build();

    private final Client client;

    private GenAiProgram(String url, boolean onVertex) {
        HttpOptions options = HttpOptions.builder()
                .baseUrl(url)
                .retryOptions(HttpRetryOptions.builder().attempts(2).initialDelay(0.1))
                .build();
        Client.Builder builder = Client.builder().httpOptions(options);
        client = (onVertex ? onVertex(builder) : builder.apiKey("test")).build();
    }

    private static Client.Builder onVertex(Client.Builder builder) {
        Date later = Date.from(Instant.now().plusSeconds(3600));
        return builder.vertexAI(true)
                .project("bridges")
                .location("europe-west1")
                .credentials(GoogleCredentials.create(new AccessToken("test", later)));
    }

    public static void main(String[] args) {
        for (int i = 0; i < args.length; i += 2) {
            GenAiProgram program = new GenAiProgram(args[i], args[i + 1].startsWith("vertex-"));
            try {
                program.run(args[i + 1]);
            } catch (ApiException e) {
                System.out.println("error " + e.getClass().getSimpleName() + " " + e.getMessage());
            } catch (RuntimeException e) {
                System.out.println("error " + e.getClass().getSimpleName());
            } finally {
                program.client.close();
            }
        }
    }

    private void run(String scenario) {
        System.out.println("scenario " + scenario);
        switch (scenario.replaceFirst("^vertex-", "").split("/", 2)[0]) {
            case "chat" -> print(client.models.generateContent(MODEL, QUESTION, PLAIN));
            case "async" ->
                print(client.async
                        .models
                        .generateContent(MODEL, QUESTION, PLAIN)
                        .join());
            case "tools" -> print(client.models.generateContent(MODEL, QUESTION, withTool()));
            case "stream" -> stream(PLAIN);
            case "stream-async" -> streamLater();
            case "stream-tools" -> stream(withTool());
            case "embed" -> embed();
            case "cancel" -> cancel();
            default -> throw new IllegalArgumentException(scenario);
        }
    }

    private void stream(GenerateContentConfig config) {
        try (ResponseStream<GenerateContentResponse> stream = open(config)) {
            stream.forEach(GenAiProgram::print);
        }
    }

    private void streamLater() {
        try (ResponseStream<GenerateContentResponse> stream = client.async
                .models
                .generateContentStream(MODEL, QUESTION, PLAIN)
                .join()) {
            stream.forEach(GenAiProgram::print);
        }
    }

    private void cancel() {
        try (ResponseStream<GenerateContentResponse> stream = open(PLAIN)) {
            System.out.println("first " + stream.iterator().hasNext());
        }
    }

    private ResponseStream<GenerateContentResponse> open(GenerateContentConfig config) {
        return client.models.generateContentStream(MODEL, QUESTION, config);
    }

    private void embed() {
        EmbedContentConfig plain = EmbedContentConfig.builder().build();
        EmbedContentResponse response = client.models.embedContent("gemini-embedding-001", "A river", plain);
        for (ContentEmbedding vector : response.embeddings().orElse(List.of())) {
            System.out.println("vector " + vector.values().orElse(List.of()));
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
                    .forEach(call -> System.out.println(
                            "tool " + call.name().orElse("") + " " + call.args().orElse(Map.of())));
        }
        System.out.println("finish " + answer.finishReason());
        answer.usageMetadata()
                .ifPresent(usage -> System.out.println("usage in="
                        + usage.promptTokenCount().orElse(0)
                        + " out=" + usage.candidatesTokenCount().orElse(0)));
    }
}
