package dev.narrative.testapp;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Hands the work on to the analyst service. */
final class StudioDesk implements StoryDesk {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient http;
    private final URI analyst;

    StudioDesk(HttpClient http, URI analyst) {
        this.http = http;
        this.analyst = analyst;
    }

    @Override
    public Analysis analyse(StoryRef story, Passage passage) throws ModelException {
        return send(request(story, "analysis", passage), Analysis.class);
    }

    @Override
    public Chart updateChart(StoryRef story, Tension tension) throws ModelException {
        return send(request(story, "chart", tension), Chart.class);
    }

    @Override
    public CompletableFuture<Beat> createBeat(StoryRef story, Passage passage) {
        return http.sendAsync(request(story, "beats", passage), BodyHandlers.ofString())
                .handle((response, error) -> {
                    try {
                        if (error != null) {
                            throw unreachable(Failures.cause(error));
                        }
                        return answer(response, Beat.class);
                    } catch (ModelException e) {
                        throw new CompletionException(e);
                    }
                });
    }

    @Override
    public Reply ask(StoryRef story, Question question) throws ModelException {
        return send(request(story, "questions", question), Reply.class);
    }

    private <T> T send(HttpRequest request, Class<T> type) throws ModelException {
        try {
            return answer(http.send(request, BodyHandlers.ofString()), type);
        } catch (IOException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(e);
        }
    }

    private HttpRequest request(StoryRef story, String operation, Object body) {
        return HttpRequest.newBuilder(analyst.resolve(story.path(operation)))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.write(body)))
                .build();
    }

    private static <T> T answer(HttpResponse<String> response, Class<T> type) throws ModelException {
        if (response.statusCode() != 200) {
            throw new ModelException(Json.tree(response.body()).path("message").asText("the analyst failed"));
        }
        return Json.read(response.body(), type);
    }

    private static ModelException unreachable(Throwable cause) {
        return new ModelException("the analyst could not be reached", cause);
    }
}
