package dev.narrative.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that go with the server: tokens and the audit log. */
final class ServerCommandsTest {
    @TempDir
    Path traces;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void makesListsAndRevokesTokens() throws IOException {
        assertThat(run("token", "create", "--role", "viewer", "--name", "ci", "--expires", "90d"))
                .isZero();
        String secret = out.toString().strip();
        assertThat(secret).startsWith("nrt_");
        String id = secret.substring(4, 12);
        Path file = traces.resolve(".console/tokens.jsonl");
        assertThat(Files.readString(file)).doesNotContain(secret.substring(13));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        assertThat(run("token", "list")).isZero();
        assertThat(out.toString().lines().toList().get(1))
                .isEqualTo(id + "\tviewer\tci\t2026-11-21T12:00:00Z\t2027-02-19T12:00:00Z");
        assertThat(run("token", "revoke", id)).isZero();
        assertThat(run("token", "revoke", id)).isEqualTo(ExitCodes.NOT_FOUND);
        assertThat(run("token", "list")).isZero();
        assertThat(out.toString().lines()).hasSize(1);
    }

    @Test
    void writesDownWhatItChanges() {
        run("token", "create", "--role", "admin");
        String id = out.toString().substring(4, 12);
        run("token", "revoke", id);
        assertThat(run("audit")).isZero();
        assertThat(out.toString().lines().skip(1).map(line -> line.substring(line.lastIndexOf('\t') + 1)))
                .containsExactly("token revoke " + id, "token create " + id + " admin");
        assertThat(run("audit", "--action", "read")).isZero();
        assertThat(err.toString()).contains("nothing like that");
        assertThat(run("audit", "-o", "json", "--limit", "1")).isZero();
        assertThat(out.toString())
                .contains("\"what\":\"token revoke " + id + "\"")
                .doesNotContain("create");
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(run("token", "create", "--role", "king")).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).contains("viewer, editor, admin or ingest");
        assertThat(run("token", "create")).isEqualTo(ExitCodes.USAGE);
        assertThat(run("audit", "--limit", "0")).isEqualTo(ExitCodes.USAGE);
        assertThat(run("console", "--host", "0.0.0.0", "--port", "0")).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).contains("narrative token create --role admin");
    }

    private int run(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        Clock clock = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
        Shell shell = new Shell(
                new PrintWriter(out),
                new PrintWriter(err),
                Terminal.PIPE,
                clock,
                Map.of(JournalOptions.JOURNAL_VARIABLE, traces.toString()));
        int code = new NarrativeCommandLine(shell).run(args);
        shell.out().flush();
        return code;
    }
}
