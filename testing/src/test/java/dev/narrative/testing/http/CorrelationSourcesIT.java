package dev.narrative.testing.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.ForkedJvm;
import dev.narrative.testing.JvmResult;
import dev.narrative.testing.RecordedSpan;
import dev.narrative.testing.Traces;
import dev.narrative.testing.agent.AgentRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Session, story and user of requests that carry none of our headers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorrelationSourcesIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String RULES = """
            narrative.trace.work = dev.narrative.testing.http.ServerRoutes#work
            narrative.trace.work.capture = 0 as kind.of.work
            narrative.session.from = header:X-Chat-Id, cookie:SESSION, query:chat, baggage:chat, mdc:chat
            narrative.story.from = attribute:kind.of.work
            narrative.user.from = heder:X-User
            """;

    private Traces traces;
    private JvmResult result;

    @BeforeAll
    void sendRequests(@TempDir Path directory) throws IOException {
        AgentRun run = AgentRun.in(directory).properties(RULES).program(CorrelationSourcesProgram.class);
        run.jvm().ownClasspath();
        try (ForkedJvm jvm = run.start()) {
            RawClient client = new RawClient(jvm.awaitPort("http", LIMIT));
            client.get("/plain?n=1", "X-Chat-Id: told", "Cookie: SESSION=open-sesame");
            client.get("/plain?n=2", "Cookie: theme=dark; SESSION=open-sesame");
            client.get("/plain?n=3&chat=caf%C3%A9+1");
            client.get("/plain?n=4", "baggage: tenant=a,chat=b%201;ttl=3");
            client.get("/plain?n=5", "X-Session-Id: known", "X-Chat-Id: told");
            client.get("/plain?n=6", "X-Chat-Id: " + "x".repeat(300), "Cookie: SESSION=");
            client.get("/slf4j");
            client.get("/log4j");
            result = jvm.stop(LIMIT);
        }
        traces = Traces.read(run.journal());
    }

    @Test
    void readsARequest_fromTheFirstPlaceThatTells() {
        assertThat(session("n=1")).isEqualTo("told");
        assertThat(session("n=3&chat=caf%C3%A9+1")).isEqualTo("café 1");
        assertThat(session("n=4")).isEqualTo("b 1");
    }

    @Test
    void hashesACookie() {
        assertThat(session("n=2")).matches("[0-9a-f]{32}");
        assertThat(traces.toString()).doesNotContain("open-sesame");
    }

    @Test
    void believesOurOwnHeaderFirst() {
        assertThat(session("n=5")).isEqualTo("known");
    }

    @Test
    void passesOverWhatIsTooLong_andSaysSo() {
        assertThat(session("n=6")).isNull();
        assertThat(AgentRun.said(result)).anyMatch(line -> line.contains("passes over the value of header:X-Chat-Id"));
    }

    @Test
    void readsTheDiagnosticContexts() {
        assertThat(traces.named("GET /slf4j").attribute("session.id")).isEqualTo("from slf4j");
        assertThat(traces.named("GET /log4j").attribute("session.id")).isEqualTo("from log4j");
    }

    @Test
    void readsTheThreadsDiagnosticContext_whereNoRequestBeganIt() {
        List<RecordedSpan> jobs = traces.where(
                        span -> span.isRoot() && span.name().equals("ServerRoutes.work"))
                .spans();

        assertThat(jobs).extracting(span -> span.attribute("session.id")).containsExactly("job-1", null);
    }

    @Test
    void readsAnAttribute_forTheSpansAround() {
        assertThat(traces.named("GET /slf4j").attribute("narrative.story.id")).isEqualTo("it");
    }

    @Test
    void saysWhichPlaceItDoesNotKnow() {
        assertThat(AgentRun.said(result))
                .anyMatch(line -> line.contains("narrative.user.from") && line.contains("did you mean header?"));
    }

    private String session(String query) {
        RecordedSpan request = traces.where(span -> query.equals(span.attribute("url.query")))
                .spans()
                .get(0);
        assertThat(traces.childrenOf(request))
                .allMatch(child -> Objects.equals(child.attribute("session.id"), request.attribute("session.id")));
        return request.attribute("session.id");
    }
}
