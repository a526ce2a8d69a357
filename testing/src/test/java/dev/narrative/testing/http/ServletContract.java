package dev.narrative.testing.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.RecordedSpan;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What servlet containers do beyond other servers: forwards, dispatches and timeouts within one request. */
abstract class ServletContract extends HttpServerContract {
    ServletContract(Class<?> program) {
        super(program, "narrative.servlet");
    }

    @Override
    protected void send(RawClient client) throws IOException {
        super.send(client);
        client.get("/app/forwarded");
        client.get("/app/dispatched");
        client.get("/app/timeout");
        client.get("/app/nowhere");
    }

    @Test
    void takesAForward_asPartOfItsRequest() {
        assertWorkIsChildOf("GET /app/forwarded");
    }

    @Test
    void goesOnWithItsRequest_whenItIsDispatchedAgain() {
        assertWorkIsChildOf("GET /app/dispatched");
    }

    @Test
    void failsTheSpan_whenNobodyAnswersInTime() {
        RecordedSpan span = traces.named("GET /app/timeout");

        assertThat(span.status()).isEqualTo("ERROR");
        assertThat(span.attribute("http.response.status_code")).isEqualTo("500");
    }

    @Test
    void namesNoRoute_whenNothingIsMappedThere() {
        RecordedSpan span = traces.where(request -> "/app/nowhere".equals(request.attribute("url.path")))
                .named("GET");

        assertThat(span.attributes())
                .containsEntry("http.response.status_code", "404")
                .doesNotContainKey("http.route");
    }

    private void assertWorkIsChildOf(String request) {
        assertThat(traces.childrenOf(traces.named(request)))
                .extracting(RecordedSpan::name)
                .containsExactly("ServerRoutes.work");
    }
}
