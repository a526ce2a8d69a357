package dev.narrative.testapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Talks to a language-model server in the words of OpenAI's chat completions. */
final class ModelClient {
    static final String MODEL = "gpt-4o-mini";
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http;
    private final URI completions;

    /** @param server where {@code /v1/chat/completions} is served */
    ModelClient(HttpClient http, URI server) {
        this.http = http;
        this.completions = server.resolve("/v1/chat/completions");
    }

    /** The model's answer. */
    String complete(String instruction, String prompt) throws ModelException {
        try {
            return answer(http.send(request(instruction, prompt), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(e);
        }
    }

    /** The model's answer, later; what goes wrong is a {@link ModelException}. */
    CompletableFuture<String> completeLater(String instruction, String prompt) {
        return http.sendAsync(request(instruction, prompt), BodyHandlers.ofString())
                .handle((response, error) -> {
                    try {
                        if (error != null) {
                            throw unreachable(Failures.cause(error));
                        }
                        return answer(response);
                    } catch (ModelException e) {
                        throw new CompletionException(e);
                    }
                });
    }

    private HttpRequest request(String instruction, String prompt) {
        Map<String, Object> body = Map.of(
                "model",
                MODEL,
                "temperature",
                0.2,
                "max_tokens",
                256,
                "messages",
                List.of(Map.of("role", "system", "content", instruction), Map.of("role", "user", "content", prompt)));
        return HttpRequest.newBuilder(completions)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
                .build();
    }

    private static String answer(HttpResponse<String> response) throws ModelException {
        if (response.statusCode() != 200) {
            throw new ModelException("the model answered " + response.statusCode());
        }
        JsonNode content;
        try {
            content = Json.tree(response.body()).at("/choices/0/message/content");
        } catch (IllegalArgumentException e) {
            throw new ModelException("the model's answer is not JSON", e);
        }
        if (!content.isTextual()) {
            throw new ModelException("the model's answer holds no message");
        }
        return content.textValue();
    }

    private static ModelException unreachable(Throwable cause) {
        return new ModelException("the model could not be reached", cause);
    }
}
