package dev.narrative.console.cli;

import static dev.narrative.console.SpanBuilder.span;
import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.console.JournalFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ScoreCommandTest extends CommandFixture {
    private static final String TRACE = "000000000000abc1";

    @BeforeEach
    void writeJournal() {
        new JournalFile(traces.resolve("2026-11-20/studio-1-1.jsonl"))
                .append(
                        span(0xabc1, 1)
                                .name("narrate scene")
                                .at(0, 100)
                                .session("chap-12")
                                .build(),
                        span(0xabc1, 0x26d9).parent(1).name("write").at(10, 90).build());
    }

    @Test
    void aScore_isSeenInTheTreeTheListAndExports() {
        assertThat(run(
                        "score",
                        TRACE,
                        "--span",
                        "00000000000026d9",
                        "--name",
                        "coherence",
                        "--value",
                        "0.8",
                        "--comment",
                        "holds"))
                .isZero();
        assertThat(out()).isEqualTo("journal: coherence given" + System.lineSeparator());
        assertThat(run("score", "@last", "--name", "verdict", "--value", "good"))
                .isZero();

        assertThat(run("trace", "show", TRACE)).isZero();
        assertThat(lines()).anyMatch(line -> line.contains("score coherence") && line.contains("coherence 0.8"));
        assertThat(run("trace", "show", TRACE, "--scores")).isZero();
        assertThat(lines())
                .containsExactly(
                        "name\tvalue\ttype\ttarget\tspan\tspan_name\ttime\tcomment",
                        "coherence\t0.8\tnumeric\tspan\t00000000000026d9\twrite\t2026-11-21T12:02:30Z\tholds",
                        "verdict\tgood\tcategorical\ttrace\t\t\t2026-11-21T12:02:30Z\t");
        assertThat(run("trace", "export", TRACE)).isZero();
        assertThat(isJson(out())).isTrue();
        assertThat(out())
                .contains("\"scores\":[{\"name\":\"coherence\",\"type\":\"numeric\",\"value\":0.8,\"target\":\"span\"");
        assertThat(run("trace", "export", TRACE, "-o", "md")).isZero();
        assertThat(out()).contains("| coherence | 0.8 | write | holds |").contains("| verdict | good | trace |  |");
        assertThat(run("trace", "export", TRACE, "-o", "csv")).isZero();
        assertThat(out()).contains(",coherence=0.8\r\n");
        assertThat(run("trace", "list", "--session", "chap-12")).isZero();
        assertThat(lines()).hasSize(2);
    }

    @Test
    void everyType_andARepeatOverwrites() {
        assertThat(run("score", TRACE, "--name", "a", "--value", "true")).isZero();
        assertThat(run("score", TRACE, "--name", "b", "--value", "1", "--type", "text"))
                .isZero();
        assertThat(run("score", TRACE, "--name", "c", "--value", "0.1")).isZero();
        clock = Clock.offset(clock, Duration.ofSeconds(1));
        assertThat(run("score", TRACE, "--name", "c", "--value", "0.9")).isZero();

        assertThat(run("trace", "show", TRACE, "--scores")).isZero();
        assertThat(lines().stream()
                        .skip(1)
                        .map(line -> line.split("\t", 4)[0] + line.split("\t", 4)[1] + line.split("\t", 4)[2]))
                .containsExactly("atrueboolean", "b1text", "c0.9numeric");
    }

    @Test
    void aSession_isScored() {
        assertThat(run("score", "--session", "chap-12", "--name", "helpful", "--value", "yes"))
                .isZero();

        assertThat(run("session", "show", "chap-12")).isZero();
        assertThat(out()).contains("score helpful");
        terminal = new Terminal(true, 120, false, false);
        assertThat(run("session", "show", "chap-12")).isZero();
        assertThat(lines().get(0)).contains("helpful yes");
        terminal = Terminal.PIPE;
        assertThat(run("score", "@last", "--name", "verdict", "--value", "good"))
                .isZero();
        assertThat(run("trace", "show", TRACE, "--scores")).isZero();
        assertThat(out()).contains("verdict\tgood");
    }

    @Test
    void wrongScores_areRefused_andNothingIsWritten() {
        assertThat(run("score", TRACE, "--name", "a")).isEqualTo(2);
        assertThat(run("score", "--name", "a", "--value", "1")).isEqualTo(2);
        assertThat(run("score", TRACE, "--session", "s", "--name", "a", "--value", "1"))
                .isEqualTo(2);
        assertThat(run("score", TRACE, "--name", "a", "--value", "high", "--type", "numeric"))
                .isEqualTo(2);
        assertThat(err()).contains("must be a number");
        assertThat(run("score", "ff", "--name", "a", "--value", "1")).isEqualTo(3);
        assertThat(run("score", TRACE, "--span", "ff", "--name", "a", "--value", "1"))
                .isEqualTo(3);
        assertThat(traces.resolve("2026-11-21")).doesNotExist();
    }

    @Test
    void langfuse_getsItToo_whenItsKeysAreSet() throws IOException {
        try (LangfuseEndpoint langfuse = new LangfuseEndpoint(207, "{\"successes\":[],\"errors\":[]}")) {
            assertThat(scoreWith(langfuse, Map.of())).isZero();
            assertThat(lines()).containsExactly("journal: coherence given", "langfuse: coherence given");
            assertThat(langfuse.body())
                    .contains("\"traceId\":\"000000000000abc1000000000000abc1\"")
                    .contains("\"dataType\":\"NUMERIC\",\"value\":0.8");
            assertThat(langfuse.authorization()).isEqualTo("Basic cGstMTpzay0x");

            assertThat(scoreWith(langfuse, Map.of("NARRATIVE_EXPORTERS", "journal")))
                    .isZero();
            assertThat(lines()).containsExactly("journal: coherence given");
        }
    }

    @Test
    void langfuse_thatSaysNo_isAFailure_andTheJournalHasTheScore() throws IOException {
        try (LangfuseEndpoint langfuse =
                new LangfuseEndpoint(207, "{\"errors\":[{\"status\":400,\"message\":\"no such trace\"}]}")) {
            assertThat(scoreWith(langfuse, Map.of())).isEqualTo(1);
            assertThat(err())
                    .contains("400 no such trace")
                    .contains("the journal has the score")
                    .doesNotContain("sk-1");
        }
        try (LangfuseEndpoint langfuse = new LangfuseEndpoint(401, "")) {
            assertThat(scoreWith(langfuse, Map.of())).isEqualTo(1);
            assertThat(err()).contains("does not know these keys (401)");
        }
        assertThat(run("trace", "show", TRACE, "--scores")).isZero();
        assertThat(lines()).hasSize(2);
    }

    @Test
    void config_namesLangfuse() throws IOException {
        try (LangfuseEndpoint langfuse = new LangfuseEndpoint(207, "{}")) {
            Path file = Files.writeString(
                    traces.resolve("agent.properties"),
                    "narrative.langfuse.host = " + langfuse.host()
                            + "\nnarrative.langfuse.public-key = pk-1\nnarrative.langfuse.secret-key = sk-1\n");
            assertThat(run("score", TRACE, "--name", "a", "--value", "1", "--config", file.toString()))
                    .isZero();
            assertThat(out()).contains("langfuse: a given");
        }
        assertThat(run("score", TRACE, "--name", "a", "--value", "1", "--config", "nowhere.properties"))
                .isEqualTo(3);
    }

    private int scoreWith(LangfuseEndpoint langfuse, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put(JournalOptions.JOURNAL_VARIABLE, traces.toString());
        environment.put("LANGFUSE_HOST", langfuse.host() + "/");
        environment.put("LANGFUSE_PUBLIC_KEY", "pk-1");
        environment.put("LANGFUSE_SECRET_KEY", "sk-1");
        return runIn(environment, "score", TRACE, "--name", "coherence", "--value", "0.8");
    }
}
