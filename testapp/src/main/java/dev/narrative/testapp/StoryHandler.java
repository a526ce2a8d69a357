package dev.narrative.testapp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves {@code POST /sessions/{id}/stories/{id}/analysis}, {@code /chart}, {@code /beats} and {@code
 * /questions}. */
final class StoryHandler implements HttpHandler {
    private static final Pattern PATH = Pattern.compile("/sessions/([\\w-]+)/stories/([\\w-]+)/(\\w+)");

    private final StoryDesk desk;

    StoryHandler(StoryDesk desk) {
        this.desk = desk;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        answer(exchange, body).whenComplete((answer, error) -> {
            Exchanges.send(exchange, error == null ? answer : Answer.failure(error));
        });
    }

    private CompletableFuture<Answer> answer(HttpExchange exchange, String body) {
        Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
        if (!path.matches()) {
            return CompletableFuture.completedFuture(Answer.error(404, "path", "no such path"));
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            return CompletableFuture.completedFuture(Answer.error(405, "method", "POST is expected"));
        }
        try {
            return perform(path.group(3), new StoryRef(path.group(1), path.group(2)), body);
        } catch (ModelException | RuntimeException e) {
            return CompletableFuture.completedFuture(Answer.failure(e));
        }
    }

    private CompletableFuture<Answer> perform(String operation, StoryRef story, String body) throws ModelException {
        return switch (operation) {
            case "analysis" ->
                CompletableFuture.completedFuture(Answer.ok(desk.analyse(story, Json.read(body, Passage.class))));
            case "chart" ->
                CompletableFuture.completedFuture(Answer.ok(desk.updateChart(story, Json.read(body, Tension.class))));
            case "beats" ->
                desk.createBeat(story, Json.read(body, Passage.class)).thenApply(Answer::ok);
            case "questions" ->
                CompletableFuture.completedFuture(Answer.ok(desk.ask(story, Json.read(body, Question.class))));
            default -> CompletableFuture.completedFuture(Answer.error(404, "path", "no such operation"));
        };
    }
}
