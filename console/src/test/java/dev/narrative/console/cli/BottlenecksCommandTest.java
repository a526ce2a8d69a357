package dev.narrative.console.cli;

import static dev.narrative.console.SpanBuilder.span;
import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.console.JournalFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class BottlenecksCommandTest extends CommandFixture {
    @BeforeEach
    void writeJournal() {
        JournalFile file = new JournalFile(traces.resolve("2026-11-21/studio-1-1.jsonl"));
        for (int i = 1; i <= 3; i++) {
            file.append(
                    span(i, 1)
                            .name("request")
                            .at(i * 1_000L, i * 1_000L + 100)
                            .session("s" + i)
                            .build(),
                    span(i, 2)
                            .parent(1)
                            .name("look up")
                            .service("search")
                            .at(i * 1_000L, i * 1_000L + 80)
                            .build());
        }
    }

    @Test
    void inAPipe_hasPlainNumbers() {
        assertThat(run("bottlenecks")).isZero();
        assertThat(lines().get(0))
                .isEqualTo(
                        "operation\tservice\tcount\terrors\tself_ms\tself_percent\tp50_ms\tp95_ms\tcritical_percent");
        assertThat(lines().get(1))
                .startsWith("look up\tsearch\t3\t0\t240\t80.0\t")
                .endsWith("\t80.0");
        assertThat(lines().get(2))
                .startsWith("request\tstudio\t3\t0\t60\t20.0\t")
                .endsWith("\t20.0");
    }

    @Test
    void onATerminal_isATable() {
        terminal = new Terminal(true, 100, false, false);
        assertThat(run("bottlenecks", "--by", "service")).isZero();
        assertThat(lines()).hasSize(3);
        assertThat(lines().get(0)).matches("SERVICE  COUNT  ERRORS +SELF +% +P50 +P95  CRITICAL %");
        assertThat(lines().get(1)).matches("search +3 +- +240ms +80.0 .*");
    }

    @Test
    void byPath_namesTheSlowestTrace() {
        assertThat(run("bottlenecks", "--by", "path", "-o", "json")).isZero();
        assertThat(isJson(out())).isTrue();
        assertThat(out()).contains("\"path\":\"request > look up\",\"count\":3,\"totalMs\":300.0");
        assertThat(run("bottlenecks", "--by", "path")).isZero();
        assertThat(lines().get(0))
                .isEqualTo("path\tcount\ttotal_ms\tp50_ms\tp95_ms\tleaf_self_ms\tmax_ms\tslowest_trace");
    }

    @Test
    void takesFiltersAndLimits() {
        assertThat(run("bottlenecks", "--session", "s2")).isZero();
        assertThat(lines().get(1)).startsWith("look up\tsearch\t1\t");
        assertThat(run("bottlenecks", "--traces", "2", "-n", "1")).isZero();
        assertThat(lines()).hasSize(2);
        assertThat(lines().get(1)).startsWith("look up\tsearch\t2\t");
        assertThat(err()).contains("of more with --traces 4");
        assertThat(run("bottlenecks", "--session", "nobody")).isZero();
        assertThat(err()).contains("no trace is like that");
        assertThat(run("bottlenecks", "-n", "0")).isEqualTo(2);
        assertThat(run("bottlenecks", "--traces", "0")).isEqualTo(2);
    }
}
