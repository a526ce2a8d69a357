package dev.narrative.console.store.postgres;

import static dev.narrative.console.SpanBuilder.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.narrative.console.JournalFile;
import dev.narrative.console.index.IndexDirectory;
import dev.narrative.console.index.IndexProgress;
import dev.narrative.console.index.JournalIndex;
import dev.narrative.console.index.StoreAddress;
import dev.narrative.console.query.TraceId;
import dev.narrative.console.query.TraceQuery;
import dev.narrative.console.store.StoreException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that is lost, comes back, or lets nobody in. */
final class PostgresFailureTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private static PostgresServer server;

    @BeforeAll
    static void start() {
        server = PostgresServer.started();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void goesOn_whenTheDatabaseIsBack(@TempDir Path traces) {
        JournalFile file = new JournalFile(traces.resolve("2026-11-21/shop-1-1.jsonl"));
        file.append(span(1, 1).build());
        PostgresStore store = PostgresStore.open(server.newSchema(), PostgresServer.environment(), "here");
        try (JournalIndex index = JournalIndex.into(store, List.of(traces), IndexDirectory.within(List.of(traces)))) {
            index.refresh(LONG, IndexProgress.NONE);
            server.stop();
            file.append(span(2, 1).build());

            assertThatThrownBy(() -> index.traces().traces(TraceQuery.latest(1)))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("nothing is lost");
            assertThatThrownBy(() -> index.refresh(LONG, IndexProgress.NONE))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("check that it runs");

            server.startAgain();
            assertThat(index.refresh(LONG, IndexProgress.NONE)).isTrue();
            assertThat(index.traces().traces(TraceQuery.latest(10)).traces()).hasSize(2);
        }
    }

    @Test
    void connectsAgain_whenItsConnectionWasCut() throws SQLException {
        String url = server.newSchema();
        try (PostgresStore store = PostgresStore.open(url, PostgresServer.environment(), "here")) {
            cutOthers();
            assertThat(store.trace(new TraceId(1, 1))).isEmpty();
            cutOthers();
            store.replaceOpen("a.open.jsonl", List.of(span(1, 1).build()));
            assertThat(store.trace(new TraceId(1, 1))).isPresent();
        }
    }

    @Test
    void takesUserAndPassword_fromTheAddressOrTheEnvironment() {
        String schema = server.newSchema();
        String inAddress = schema + "&user=" + PostgresServer.USER + "&password=" + PostgresServer.PASSWORD;

        PostgresStore.open(inAddress, Map.of("PGUSER", "somebody", "PGPASSWORD", "else"), "here")
                .close();
        PostgresStore.open(schema, PostgresServer.environment(), "here").close();
    }

    @Test
    void neverTellsThePassword() {
        String wrong = server.newSchema() + "&user=" + PostgresServer.USER + "&password=s3cret";
        String nowhere = "jdbc:postgresql://127.0.0.1:1/narrative?user=ada&password=s3cret";
        String unreadable = "jdbc:postgresql://127.0.0.1:port/narrative?password=s3cret";
        String unknown = "jdbc:mysql://127.0.0.1/narrative?password=s3cret";
        String missing = server.url().replace("/postgres", "/nowhere") + "?password=" + PostgresServer.PASSWORD;

        assertThat(told(wrong, Map.of())).contains("check the user and the password");
        assertThat(told(nowhere, Map.of())).contains("127.0.0.1:1/narrative").contains("check that it runs");
        assertThat(told(unreadable, Map.of())).contains("can't be read");
        assertThat(told(unknown, Map.of())).contains("neither jdbc:postgresql: nor clickhouse:");
        assertThat(told(missing, Map.of("PGUSER", PostgresServer.USER))).contains("createdb");
        for (String address : List.of(wrong, nowhere, unreadable, unknown, missing)) {
            assertThat(told(address, Map.of())).doesNotContain("s3cret").doesNotContain(PostgresServer.PASSWORD);
        }
    }

    @Test
    void keepsTheDriverQuiet_whichLogsAddresses() {
        List<String> logged = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord message) {
                logged.add(message.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger driver = Logger.getLogger("org.postgresql");
        driver.addHandler(handler);
        try {
            assertThat(told("jdbc:postgresql://127.0.0.1:5432?password=s3cret", Map.of()))
                    .contains("can't be read")
                    .doesNotContain("s3cret");
            assertThat(logged).isEmpty();
        } finally {
            driver.removeHandler(handler);
        }
    }

    /** The whole stack trace of what opening a store fails with. */
    private static String told(String address, Map<String, String> environment) {
        try (JournalIndex opened =
                StoreAddress.open(address, environment, List.of(), new IndexDirectory(Path.of("nowhere")))) {
            opened.refresh(LONG, IndexProgress.NONE);
            return "opened";
        } catch (StoreException e) {
            StringWriter text = new StringWriter();
            e.printStackTrace(new PrintWriter(text));
            return text.toString();
        }
    }

    private static void cutOthers() throws SQLException {
        try (Connection connection = server.connect(server.url())) {
            connection
                    .createStatement()
                    .execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                            + " WHERE application_name = 'narrative' AND pid <> pg_backend_pid()");
        }
    }
}
