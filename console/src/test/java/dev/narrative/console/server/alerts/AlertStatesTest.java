package dev.narrative.console.server.alerts;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.console.index.IndexDirectory;
import dev.narrative.console.index.JournalIndex;
import dev.narrative.console.journal.WaitingRequests;
import dev.narrative.console.server.index.LiveIndex;
import dev.narrative.console.server.metrics.Metrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AlertStatesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final AlertRule SILENT = rule("silent", "calls < 1", "http://127.0.0.1:1/hook");

    @TempDir
    Path data;

    @Test
    void alertThatFires_stillDoesAfterARestart_andSinceThen() throws IOException {
        Files.writeString(data.resolve("alerts.properties"), "silent.when = calls < 1\n");
        Path journal = Files.createDirectory(data.resolve("traces"));
        try (LiveIndex index = index(journal)) {
            look(index, NOW);
            look(index, NOW.plusSeconds(600));
        }
        Alert alert = requireNonNull(new AlertStates(data)
                .read(List.of(rule("silent", "calls < 1", null)))
                .get("silent"));
        assertThat(alert.firing()).isTrue();
        assertThat(alert.since()).isEqualTo(NOW);
    }

    @Test
    void keepsWhereItStood_onItsWayToCalm() throws IOException {
        AlertStates states = new AlertStates(data);
        Alert calming = new Alert(SILENT, true, 0.5, 2, NOW);
        states.write(List.of(calming));
        assertThat(states.read(List.of(SILENT))).containsEntry("silent", calming);
        assertThat(Files.readString(data.resolve("alerts.state.json"))).doesNotContain("hook", "s3cret");
    }

    @Test
    void ruleThatIsAnotherOne_beginsAnew() throws IOException {
        AlertStates states = new AlertStates(data);
        states.write(List.of(new Alert(SILENT, true, 0, 0, NOW)));
        assertThat(states.read(List.of(rule("silent", "calls < 2", null)))).isEmpty();
        assertThat(states.read(List.of(rule("quiet", "calls < 1", null)))).isEmpty();
    }

    @Test
    void damagedFile_keepsNobodyFromLooking() throws IOException {
        Files.writeString(data.resolve("alerts.state.json"), "{\"alerts\":[{\"na");
        Files.writeString(data.resolve("alerts.properties"), "silent.when = calls < 1\n");
        Path journal = Files.createDirectory(data.resolve("traces"));
        try (LiveIndex index = index(journal)) {
            look(index, NOW);
        }
        assertThat(new AlertStates(data).read(List.of(rule("silent", "calls < 1", null))))
                .containsKey("silent");
    }

    /** A console that looks once and ends. */
    private void look(LiveIndex index, Instant now) {
        try (Alerts alerts = new Alerts(
                data, index, WaitingRequests.beside(List.of(data)), new Metrics(), Clock.fixed(now, ZoneOffset.UTC))) {
            alerts.look();
        }
    }

    private static LiveIndex index(Path journal) {
        IndexDirectory directory = IndexDirectory.within(List.of(journal));
        return LiveIndex.start(
                () -> JournalIndex.open(List.of(journal), directory, Duration.ofSeconds(30)),
                1,
                traces -> {},
                new Metrics());
    }

    private static AlertRule rule(String name, String when, @Nullable String webhook) {
        return AlertRule.of(name, when, null, null, webhook, webhook == null ? null : "s3cret");
    }
}
