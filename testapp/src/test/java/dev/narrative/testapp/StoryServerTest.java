package dev.narrative.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.model.Fault;
import dev.narrative.testing.model.StubModelServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both services in one JVM, over real sockets. */
class StoryServerTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private final StubModelServer model = StubModelServer.start();
    private StoryServer analyst;
    private StoryServer studio;

    @BeforeEach
    void start() throws IOException {
        analyst = StoryServer.start("analyst", 0, Main.analyst(model.url(), StorytellerKind.PLAIN));
        studio = StoryServer.start("studio", 0, new StudioDesk(http, url(analyst)));
    }

    @AfterEach
    void stop() {
        studio.close();
        analyst.close();
        model.close();
    }

    @Test
    void givesTheAnalystsAnswer_unchanged() throws Exception {
        String passage = "{\"text\":\"They return to the river.\"}";

        HttpResponse<String> front = post(studio, "/sessions/s1/stories/river/analysis", passage);

        assertThat(front.statusCode()).isEqualTo(200);
        assertThat(front.body())
                .isEqualTo(post(analyst, "/sessions/s1/stories/river/analysis", passage)
                        .body())
                .contains("\"universe\":\"engineer\"", "\"universe\":\"ceremony\"", "\"universe\":\"story\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "analysis | {\"text\":\"They return.\"}",
                "chart | {\"desiredOutcome\":\"a bridge\",\"currentReality\":\"a river\"}",
                "beats | {\"text\":\"They build.\"}",
                "questions | {\"text\":\"Who builds?\"}"
            })
    void answers502_whenTheModelFails(String operation, String body) throws Exception {
        model.fault(Fault.SERVER_ERROR);

        HttpResponse<String> answer = post(studio, "/sessions/s1/stories/river/" + operation, body);

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).isEqualTo("{\"error\":\"model\",\"message\":\"the model answered 500\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/sessions/s1/stories/river/analysis | {\"text\":\" \"} | 400",
                "/sessions/s1/stories/river/chart | {\"desiredOutcome\":\"a bridge\"} | 400",
                "/sessions/s1/stories/river/beats | { | 400",
                "/sessions/s1/stories/river/questions | {\"text\":\"\"} | 400",
                "/sessions/s1/stories/river/songs | {} | 404",
                "/sessions/s1/stories/../beats | {} | 404",
                "/elsewhere | {} | 404"
            })
    void refusesWhatItDoesNotUnderstand(String path, String body, int status) throws Exception {
        assertThat(post(studio, path, body).statusCode()).isEqualTo(status);
    }

    @Test
    void answers502_whenTheAnalystIsGone() throws Exception {
        analyst.close();

        HttpResponse<String> answer = post(studio, "/sessions/s1/stories/river/beats", "{\"text\":\"They build.\"}");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("the analyst could not be reached");
    }

    @Test
    void tellsItsHealth() throws Exception {
        HttpRequest health =
                HttpRequest.newBuilder(url(studio).resolve("/health")).build();

        assertThat(http.send(health, BodyHandlers.ofString()).body()).isEqualTo("{\"service\":\"studio\"}");
    }

    private HttpResponse<String> post(StoryServer server, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(url(server).resolve(path))
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static URI url(StoryServer server) {
        return URI.create("http://localhost:" + server.port());
    }
}
