package dev.narrative.console.server.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.narrative.console.journal.WaitingRequests;
import dev.narrative.console.store.StatsRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AlertsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    Path data;

    @Test
    void readsRules_andSaysWhatIsWrongWithOthers() throws IOException {
        Path file = data.resolve("alerts.properties");
        Files.writeString(file, """
                slow.when = p95 > 2s
                slow.over = 1h
                slow.where = model=gpt-4o
                silent.when = calls < 1
                wrong.when = colour > red
                far.when = cost > 5
                far.webhook = ftp://example.com
                lost.over = 5m
                typo.wen = calls < 1
                """);
        AlertRules rules = AlertRules.read(file);
        assertThat(rules.rules()).extracting(AlertRule::name).containsExactly("silent", "slow");
        AlertRule slow = rules.rules().get(1);
        assertThat(slow.threshold()).isEqualTo(2e9);
        assertThat(slow.windowNanos()).isEqualTo(3_600_000_000_000L);
        assertThat(slow.conditions()).hasSize(1);
        assertThat(rules.problems())
                .hasSize(4)
                .anySatisfy(problem -> assertThat(problem).contains("typo.wen"))
                .anySatisfy(problem -> assertThat(problem).contains("wrong", "colour"))
                .anySatisfy(problem -> assertThat(problem).contains("lost.when"))
                .anySatisfy(problem -> assertThat(problem).contains("far", "https://"));
        assertThat(AlertRules.read(data.resolve("none")).rules()).isEmpty();
    }

    @Test
    void looksAtSums_andAtTheSlowestGroup() {
        List<StatsRow> rows = List.of(row(100, 5, 1_000, 0.5, 10), row(100, 15, 2_000, null, 30));
        assertThat(AlertMetric.CALLS.value(rows, 0)).isEqualTo(200);
        assertThat(AlertMetric.ERROR_RATE.value(rows, 0)).isEqualTo(0.1);
        assertThat(AlertMetric.TOKENS.value(rows, 0)).isEqualTo(3_000);
        assertThat(AlertMetric.COST.value(rows, 0)).isEqualTo(0.5);
        assertThat(AlertMetric.P95.value(rows, 0)).isEqualTo(30);
        assertThat(AlertMetric.ERROR_RATE.value(List.of(), 0)).isZero();
        assertThat(AlertMetric.ERROR_RATE.threshold("5%")).isEqualTo(0.05);
        assertThatThrownBy(() -> AlertMetric.COST.threshold("much")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void looksAtWhatAgentsCouldNotSend() throws IOException {
        WaitingRequests unsent = WaitingRequests.beside(List.of(data));
        assertThat(unsent.oldestMillis(10_000)).isZero();
        Path process = Files.createDirectories(data.resolve("spool/otlp/4711-1"));
        Files.writeString(process.resolve("lock"), "");
        Files.writeString(process.resolve("ledger-1"), "");
        Files.writeString(process.resolve("9000-4711-2-64.request"), "");
        Files.writeString(process.resolve("4000-4711-1-64.sending"), "");
        assertThat(unsent.oldestMillis(10_000)).isEqualTo(6_000);

        AlertRule rule = AlertRule.of("export", "unsent > 5s", null, null, null, null);
        assertThat(rule.isBroken(AlertMetric.UNSENT.value(List.of(), 6_000_000_000L)))
                .isTrue();
        assertThat(rule.isBroken(AlertMetric.UNSENT.value(List.of(), 4_000_000_000L)))
                .isFalse();
    }

    @Test
    void firesOnce_andIsOverAfterThreeCalmLooks() {
        Alert alert = Alert.of(AlertRule.of("errors", "errors > 3", null, null, null, null));
        alert = alert.next(3, NOW);
        assertThat(alert.firing()).isFalse();
        alert = alert.next(4, NOW.plusSeconds(60));
        assertThat(alert.firing()).isTrue();
        assertThat(alert.since()).isEqualTo(NOW.plusSeconds(60));
        alert = alert.next(2, NOW.plusSeconds(120)).next(2, NOW.plusSeconds(180));
        assertThat(alert.firing()).isTrue();
        alert = alert.next(9, NOW.plusSeconds(240)).next(2, NOW).next(2, NOW);
        assertThat(alert.firing()).isTrue();
        assertThat(alert.since()).isEqualTo(NOW.plusSeconds(60));
        alert = alert.next(2, NOW.plusSeconds(400));
        assertThat(alert.firing()).isFalse();
        assertThat(alert.since()).isEqualTo(NOW.plusSeconds(400));
    }

    private static StatsRow row(long calls, long errors, long tokens, @Nullable Double cost, long p95) {
        return new StatsRow("chat", calls, errors, 0, tokens, 0, cost, 1, p95, p95, null);
    }
}
