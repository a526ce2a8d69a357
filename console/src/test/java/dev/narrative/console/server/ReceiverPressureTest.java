package dev.narrative.console.server;

import static dev.narrative.console.server.OtlpBodies.request;
import static dev.narrative.console.server.OtlpBodies.span;
import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.model.journal.Journal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the receiver does when it can't take more, or its disk doesn't. */
final class ReceiverPressureTest {
    private static final int MORE_THAN_AT_ONCE = 40;

    @TempDir
    Path journal;

    @Test
    void tellsToTryAgain_whenManySendAtOnce() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try (RunningConsole console = RunningConsole.open(journal)) {
            for (int i = 0; i < MORE_THAN_AT_ONCE; i++) {
                slow.add(halfRequest(console.port()));
            }
            HttpResponse<String> refused = RunningConsole.await("refusal", () -> {
                HttpResponse<String> answer = export(console, 1);
                return answer.statusCode() == 429 ? Optional.of(answer) : Optional.empty();
            });
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            for (Socket socket : slow) {
                socket.close();
            }
            RunningConsole.await("success", () -> success(console, 2));
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void tellsToTryAgain_whileTheDiskRefuses_andLosesNothingAfterThat() throws IOException {
        Path day = journal.resolve(LocalDate.now(ZoneOffset.UTC).toString());
        try (RunningConsole console = RunningConsole.open(journal)) {
            Files.writeString(day, "a file where the day's directory should be");
            HttpResponse<String> refused = export(console, 1);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            Files.delete(day);
            assertThat(export(console, 2).statusCode()).isEqualTo(200);
        }
        assertThat(Journal.read(journal).spans())
                .extracting(span -> span.name())
                .containsExactly("span 2");
    }

    @Test
    void writesAnew_whenSomebodyDeletedItsFile() throws IOException {
        try (RunningConsole console = RunningConsole.open(journal)) {
            assertThat(export(console, 1).statusCode()).isEqualTo(200);
            try (var files = Files.walk(journal)) {
                for (Path file : files.filter(file -> file.toString().endsWith(".jsonl"))
                        .filter(file -> !file.toString().contains(".console"))
                        .toList()) {
                    Files.delete(file);
                }
            }
            assertThat(export(console, 2).statusCode()).isEqualTo(200);
        }
        assertThat(Journal.read(journal).spans())
                .extracting(span -> span.name())
                .containsExactly("span 2");
    }

    @Test
    void twoConsoles_shareAJournal() throws IOException {
        try (RunningConsole one = RunningConsole.open(journal);
                RunningConsole two = RunningConsole.open(journal)) {
            assertThat(export(one, 1).statusCode()).isEqualTo(200);
            assertThat(export(two, 2).statusCode()).isEqualTo(200);
            for (RunningConsole console : List.of(one, two)) {
                console.await("/api/v1/traces", "00000000000000070000000000000001");
                console.await("/api/v1/traces", "00000000000000070000000000000002");
            }
        }
    }

    @Test
    void takesTheNextPort_whereOneIsTaken() throws IOException {
        try (RunningConsole one = RunningConsole.open(journal);
                RunningConsole two = RunningConsole.searching(journal, one.port())) {
            assertThat(two.port()).isGreaterThan(one.port());
            assertThat(two.get("/health").statusCode()).isEqualTo(200);
        }
    }

    private static HttpResponse<String> export(RunningConsole console, long number) {
        return console.send(console.request("/v1/traces")
                .header("Content-Type", "application/x-protobuf")
                .POST(BodyPublishers.ofByteArray(request(span(number).build())))
                .build());
    }

    private static Optional<Boolean> success(RunningConsole console, long number) {
        return export(console, number).statusCode() == 200 ? Optional.of(true) : Optional.empty();
    }

    /** A request whose body does not come to its end. */
    private static Socket halfRequest(int port) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.getOutputStream()
                .write(("POST /v1/traces HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-protobuf\r\n"
                                + "Content-Length: 1000\r\n\r\nbegin")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
