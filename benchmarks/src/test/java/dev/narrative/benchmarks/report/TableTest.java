package dev.narrative.benchmarks.report;

import static dev.narrative.benchmarks.experiments.Contestant.NARRATIVE;
import static dev.narrative.benchmarks.experiments.Contestant.NONE;
import static dev.narrative.benchmarks.experiments.Contestant.OPENTELEMETRY;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TableTest {
    private final Results results = new Results();

    @Test
    void judgesAddedPart_byMedians() {
        add("hello.wall", 0.1, 1.1, 0.13);

        assertThat(line("hello world, nothing"))
                .contains("0.03 of what OpenTelemetry adds")
                .endsWith("yes");
    }

    @Test
    void showsMiss_whenLimitIsPassed() {
        add("web.full.rate", 1000, 600, 870);

        assertThat(line("web, full load")).contains("1,000", "0.87 of none").endsWith("NO");
    }

    @Test
    void countsWorstRound_whereNothingMayBeLost() {
        results.add("method.lost", NARRATIVE, 0);
        results.add("method.lost", NARRATIVE, 0);
        results.add("method.lost", NARRATIVE, 5);

        assertThat(line("... spans lost")).contains("0 (0..5)", "5 at worst").endsWith("NO");
    }

    @Test
    void countsNoCost_whenSpansWereLost() {
        add("http.cpu", 100, 120, 101);
        results.add("http.lost", NARRATIVE, 2000);

        assertThat(line("JDK HttpClient call")).endsWith("void: spans lost");
    }

    @Test
    void leavesBarOpen_withoutNarrative() {
        results.add("hello.wall", NONE, 0.1);
        results.add("hello.wall", OPENTELEMETRY, 1.1);

        assertThat(line("hello world, nothing")).endsWith("-");
    }

    @Test
    void leavesBarOpen_whenOpenTelemetryAddsNothing() {
        add("hello.wall", 0.1, 0.1, 0.2);

        assertThat(line("hello world, nothing")).endsWith("-");
    }

    @Test
    void hasNoLine_forWhatDidNotRun() {
        assertThat(Table.of(results).lines()).hasSize(1);
    }

    @Test
    void leavesOut_whatCouldNotBeRead() {
        results.add("hello.cpu", NONE, Double.NaN);

        assertThat(Table.of(results).lines()).hasSize(1);
    }

    private void add(String figure, double none, double openTelemetry, double narrative) {
        results.add(figure, NONE, none);
        results.add(figure, OPENTELEMETRY, openTelemetry);
        results.add(figure, NARRATIVE, narrative);
    }

    private String line(String beginning) {
        return Table.of(results)
                .lines()
                .filter(line -> line.startsWith(beginning))
                .findFirst()
                .orElse("");
    }
}
