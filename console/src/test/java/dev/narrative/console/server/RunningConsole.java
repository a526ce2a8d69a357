package dev.narrative.console.server;

import dev.narrative.console.JournalFile;
import dev.narrative.console.hold.HeldTraces;
import dev.narrative.console.index.IndexDirectory;
import dev.narrative.console.index.JournalIndex;
import dev.narrative.console.journal.ArtifactCopies;
import dev.narrative.console.journal.WaitingRequests;
import dev.narrative.console.query.TraceId;
import dev.narrative.console.server.auth.TokenStore;
import dev.narrative.console.server.http.Role;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.prices.PriceTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** A real server over a journal of a test's, on a port of its own. */
final class RunningConsole implements AutoCloseable {
    static final String LANGFUSE_SECRET = "lf-whsec_of-tests";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path journal;
    private final ConsoleServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningConsole(Path journal, int port, boolean askTokens, List<String> hostNames) throws IOException {
        this.journal = journal;
        IndexDirectory data = data(journal);
        data.create();
        ServerOptions options = new ServerOptions(
                "127.0.0.1",
                port,
                port > 0,
                askTokens,
                hostNames,
                journal,
                ArtifactCopies.beside(List.of(journal)),
                WaitingRequests.beside(List.of(journal)),
                new HeldTraces(List.of(journal)),
                data.path(),
                LANGFUSE_SECRET,
                PriceTable.builtIn());
        server = ConsoleServer.start(
                options, () -> JournalIndex.open(List.of(journal), data, PATIENCE), Clock.systemUTC());
    }

    /** One that everybody on this machine may use. */
    static RunningConsole open(Path journal) throws IOException {
        return new RunningConsole(journal, 0, false, List.of());
    }

    /** One that everybody on this machine may use, with a journal that has these spans; the first is known already. */
    static RunningConsole knowing(Path journal, JournalSpan... spans) throws IOException {
        file(journal).append(spans);
        RunningConsole console = open(journal);
        console.await("/api/v1/traces", TraceId.of(spans[0]).toString());
        return console;
    }

    /** The file that the spans of {@link #knowing} are in. */
    static JournalFile file(Path journal) {
        return new JournalFile(journal.resolve("2026-11-21/studio-1-1.jsonl"));
    }

    /** One that listens on this port, or the next that is free. */
    static RunningConsole searching(Path journal, int port) throws IOException {
        return new RunningConsole(journal, port, false, List.of());
    }

    /** One that asks for tokens. */
    static RunningConsole guarded(Path journal) throws IOException {
        return new RunningConsole(journal, 0, true, List.of("console.example"));
    }

    /** A token for the console of this journal. */
    static String token(Path journal, Role role) throws IOException {
        data(journal).create();
        return new TokenStore(data(journal).path(), Clock.systemUTC())
                .create(role.word(), role, null)
                .secret()
                .toString();
    }

    static IndexDirectory data(Path journal) {
        return IndexDirectory.within(List.of(journal));
    }

    ConsoleServer server() {
        return server;
    }

    Path journal() {
        return journal;
    }

    int port() {
        return server.port();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(PATIENCE);
    }

    HttpResponse<String> get(String path) {
        return send(request(path).build());
    }

    HttpResponse<String> post(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    HttpResponse<String> send(HttpRequest request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks until the answer has this text. */
    HttpResponse<String> await(String path, String text) {
        return await("'" + text + "' in " + path, () -> {
            HttpResponse<String> answer = get(path);
            return answer.body().contains(text) ? Optional.of(answer) : Optional.empty();
        });
    }

    /** Looks again and again until there is something. */
    static <T> T await(String what, Supplier<Optional<T>> look) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Optional<T> found = look.get();
        while (found.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("there was no " + what);
            }
            LockSupport.parkNanos(20_000_000);
            found = look.get();
        }
        return found.get();
    }

    @Override
    public void close() {
        server.close();
    }
}
