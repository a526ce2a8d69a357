package dev.narrative.console.cli;

import static dev.narrative.console.SpanBuilder.span;
import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.console.JournalFile;
import dev.narrative.console.store.postgres.PostgresServer;
import dev.narrative.model.AttributeNames;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that are told to use a database. */
final class StoreOptionTest extends CommandFixture {
    private final String url = PostgresServer.shared().newSchema();

    @TempDir
    Path elsewhere;

    @BeforeEach
    void writeJournal() {
        new JournalFile(traces.resolve("2026-11-21/studio-1-1.jsonl"))
                .append(span(0xabc1, 0x10)
                        .name("narrate scene")
                        .with(AttributeNames.INPUT, "Tell of the ferryman")
                        .build());
    }

    @Test
    void writesFromTheJournal_andReadsWhereThereIsNone() {
        assertThat(runAt(traces, "trace", "list", "--store", url)).isZero();
        assertThat(out()).contains("narrate scene");

        assertThat(runAt(elsewhere.resolve("none"), "trace", "show", "@last", "--io", "--store", url))
                .isZero();
        assertThat(out()).contains("Tell of the ferryman");
        assertThat(elsewhere.resolve("none")).doesNotExist();
    }

    @Test
    void expiresTraces_ofADatabaseOnly() {
        assertThat(runAt(traces, "trace", "list", "--store", url)).isZero();
        assertThat(runAt(traces, "index", "expire", "1d")).isEqualTo(ExitCodes.FAILURE);
        assertThat(err()).contains("an index holds what its journals hold");

        clock = Clock.fixed(Instant.parse("2999-01-01T00:00:00Z"), ZoneOffset.UTC);
        assertThat(runAt(elsewhere, "index", "expire", "90d", "--store", url)).isZero();

        assertThat(err()).contains("2998-10-03");
        assertThat(runAt(elsewhere.resolve("none"), "trace", "list", "--store", url))
                .isZero();
        assertThat(lines()).hasSize(1);
    }

    @Test
    void heldTraces_stay_whenADatabaseExpires() {
        assertThat(runAt(traces, "hold", "add", "@last", "--store", url)).isZero();
        clock = Clock.fixed(Instant.parse("2999-01-01T00:00:00Z"), ZoneOffset.UTC);
        assertThat(runAt(traces, "index", "expire", "90d", "--store", url)).isZero();
        assertThat(runAt(elsewhere.resolve("none"), "trace", "show", "@last", "--io", "--store", url))
                .isZero();
        assertThat(out()).contains("Tell of the ferryman");

        assertThat(runAt(traces, "hold", "remove", "000000000000abc1", "--store", url))
                .isZero();
        clock = Clock.fixed(Instant.parse("2999-01-02T00:00:00Z"), ZoneOffset.UTC);
        assertThat(runAt(traces, "index", "expire", "90d", "--store", url)).isZero();
        assertThat(runAt(elsewhere.resolve("none"), "trace", "list", "--store", url))
                .isZero();
        assertThat(lines()).hasSize(1);
    }

    @Test
    void holds_areSeenAndKeptByAllWhoShareADatabase() {
        Path none = elsewhere.resolve("none");
        assertThat(runAt(traces, "trace", "list", "--store", url)).isZero();
        // One who has no journal at all holds it.
        assertThat(runAt(none, "hold", "add", "@last", "--reason", "a claim", "--store", url))
                .isZero();

        assertThat(runAt(traces, "hold", "list", "--store", url)).isZero();
        assertThat(lines()).hasSize(2);
        assertThat(lines().get(1)).contains("abc1").endsWith("a claim");
        clock = Clock.fixed(Instant.parse("2999-01-01T00:00:00Z"), ZoneOffset.UTC);
        assertThat(runAt(traces, "index", "expire", "90d", "--store", url)).isZero();
        assertThat(runAt(none, "trace", "show", "@last", "--io", "--store", url))
                .isZero();
        assertThat(out()).contains("Tell of the ferryman");

        assertThat(runAt(traces, "hold", "remove", "000000000000abc1", "--store", url))
                .isZero();
        assertThat(runAt(none, "hold", "list", "--store", url)).isZero();
        assertThat(lines()).hasSize(1);
        assertThat(runAt(none, "hold", "remove", "000000000000abc1", "--store", url))
                .isEqualTo(ExitCodes.NOT_FOUND);
    }

    @Test
    void databaseThatIsTooLarge_losesItsOldestDays() {
        assertThat(runAt(traces, "trace", "list", "--store", url)).isZero();
        clock = Clock.fixed(Instant.parse("2999-01-01T00:00:00Z"), ZoneOffset.UTC);
        assertThat(runAt(traces, "index", "expire", "--store", url)).isEqualTo(ExitCodes.USAGE);
        assertThat(runAt(traces, "index", "expire", "--max-size", "1GB", "--store", url))
                .isZero();
        assertThat(err()).contains("nothing had to go");
        assertThat(runAt(elsewhere.resolve("none"), "trace", "list", "--store", url))
                .isZero();
        assertThat(lines()).hasSize(2);
    }

    @Test
    void refusesWhatIsNoStore_withoutShowingIt() {
        assertThat(runAt(traces, "trace", "list", "--store", "jdbc:mysql://ada:s3cret@h/d"))
                .isEqualTo(ExitCodes.FAILURE);
        assertThat(err()).contains("neither jdbc:postgresql: nor clickhouse:").doesNotContain("s3cret");
    }

    private int runAt(Path journal, String... args) {
        Map<String, String> environment = new HashMap<>(PostgresServer.environment());
        environment.put(JournalOptions.JOURNAL_VARIABLE, journal.toString());
        return runIn(environment, args);
    }
}
