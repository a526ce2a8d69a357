package dev.narrative.testing.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StubModelServerTest {
    private static final String QUESTION =
            "{\"model\":\"gpt-4o-mini\",\"messages\":[{\"role\":\"user\",\"content\":\"Where are we?\"}]%s}";

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final StubModelServer server = StubModelServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void answersTheSame_withEveryFieldOfOpenAi() throws Exception {
        String first = ask(QUESTION.formatted("")).body();
        JsonNode answer = json.readTree(first);

        assertThat(ask(QUESTION.formatted("")).body()).isEqualTo(first);
        assertThat(answer.path("object").asText()).isEqualTo("chat.completion");
        assertThat(answer.path("model").asText()).isEqualTo("gpt-4o-mini-2024-07-18");
        assertThat(answer.at("/choices/0/message/content").asText()).startsWith("On \"Where are we?\": ");
        assertThat(answer.at("/choices/0/finish_reason").asText()).isEqualTo("stop");
        assertThat(answer.at("/usage/prompt_tokens").asInt()).isEqualTo(4);
        assertThat(answer.at("/usage/total_tokens").asInt())
                .isEqualTo(4 + answer.at("/usage/completion_tokens").asInt());
        assertThat(answer.at("/usage/prompt_tokens_details/cached_tokens").isInt())
                .isTrue();
    }

    @Test
    void readsContent_givenAsParts() throws Exception {
        String body =
                "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"A river\"}]}]}";

        assertThat(ask(body).body()).contains("On \\\"A river\\\"");
    }

    @Test
    void streamsTheSameAnswer_withUsageWhenAskedFor() throws Exception {
        String whole = json.readTree(ask(QUESTION.formatted("")).body())
                .at("/choices/0/message/content")
                .asText();
        HttpResponse<String> response =
                ask(QUESTION.formatted(",\"stream\":true,\"stream_options\":{\"include_usage\":true}"));
        List<String> events = response.body()
                .lines()
                .filter(line -> !line.isEmpty())
                .map(line -> line.substring("data: ".length()))
                .toList();

        StringBuilder text = new StringBuilder();
        for (String event : events.subList(0, events.size() - 1)) {
            text.append(json.readTree(event).at("/choices/0/delta/content").asText(""));
        }
        JsonNode last = json.readTree(events.get(events.size() - 2));
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream; charset=utf-8");
        assertThat(text).hasToString(whole);
        assertThat(last.path("choices")).isEmpty();
        assertThat(last.at("/usage/prompt_tokens").asInt()).isEqualTo(4);
        assertThat(events.get(events.size() - 1)).isEqualTo("[DONE]");
        assertThat(ask(QUESTION.formatted(",\"stream\":true")).body()).doesNotContain("usage");
    }

    @Test
    void failsOnPurpose() throws Exception {
        server.fault(Fault.SERVER_ERROR);
        assertThat(ask(QUESTION.formatted("")).statusCode()).isEqualTo(500);
        assertThat(json.readTree(ask(QUESTION.formatted("")).body())
                        .at("/error/type")
                        .asText())
                .isEqualTo("server_error");

        server.fault(Fault.RATE_LIMIT);
        assertThat(ask(QUESTION.formatted("")).headers().firstValue("Retry-After"))
                .hasValue("1");

        server.fault(Fault.CUT);
        assertThatIOException().isThrownBy(() -> ask(QUESTION.formatted("")));
        assertThatIOException().isThrownBy(() -> ask(QUESTION.formatted(",\"stream\":true")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | could not parse",
                "{} | model parameter",
                "{\"model\":\"m\"} | messages",
                "{\"model\":\"m\",\"messages\":[]} | messages"
            })
    void refusesAsOpenAiDoes(String body, String message) throws Exception {
        HttpResponse<String> answer = ask(body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json.readTree(answer.body()).at("/error/message").asText()).contains(message);
    }

    @Test
    void answersWhatItWasTold_inThatOrder() throws Exception {
        server.next(Answer.toolCall("weather", "{}"), Answer.text("It rains."));

        assertThat(json.readTree(ask(QUESTION.formatted("")).body())
                        .at("/choices/0/message/tool_calls/0/function/name")
                        .asText())
                .isEqualTo("weather");
        assertThat(ask(QUESTION.formatted("")).body()).contains("It rains.");
        assertThat(ask(QUESTION.formatted("")).body()).contains("On \\\"Where are we?");
    }

    @Test
    void failsAsOftenAsItWasTold() throws Exception {
        server.next(Answer.text("At last.")).fault(Fault.RATE_LIMIT, 2);

        assertThat(ask(QUESTION.formatted("")).statusCode()).isEqualTo(429);
        assertThat(ask(QUESTION.formatted("")).statusCode()).isEqualTo(429);
        assertThat(ask(QUESTION.formatted("")).body()).contains("At last.");
    }

    @Test
    void knowsNoOtherPaths() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(server.url().resolve("/v1/models")).build();

        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(404);
    }

    @Test
    void remembersWhatReachedIt() throws Exception {
        ask(QUESTION.formatted(""));

        assertThat(server.requests()).singleElement().satisfies(request -> {
            assertThat(request.path()).isEqualTo("/v1/chat/completions");
            assertThat(request.header("X-SESSION-ID")).containsExactly("s1");
            assertThat(request.header("traceparent")).isEmpty();
            assertThat(request.body()).contains("Where are we?");
        });
    }

    private HttpResponse<String> ask(String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.url().resolve("/v1/chat/completions"))
                .header("X-Session-Id", "s1")
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
