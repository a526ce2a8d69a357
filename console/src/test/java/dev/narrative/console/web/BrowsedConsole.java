package dev.narrative.console.web;

import com.microsoft.playwright.Browser;
import dev.narrative.console.JournalFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The real jar as a console over a journal of its own, and a browser: one of each for all tests of a JVM. */
final class BrowsedConsole {
    private static final Path ROOT = Path.of(System.getProperty("narrative.root"));
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static @Nullable BrowsedConsole shared;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path journal;
    private final ConsoleProcess process;
    private final Chromium chromium;

    private BrowsedConsole() throws IOException {
        Path directory = Files.createTempDirectory(Files.createDirectories(ROOT.resolve("console/target")), "browsed");
        journal = directory.resolve("traces");
        chromium = Chromium.start();
        process = ConsoleProcess.start(journal, 0);
        Runtime.getRuntime().addShutdownHook(new Thread(process::close));
    }

    /** The one that all tests share; it ends with the JVM. */
    static synchronized BrowsedConsole shared() {
        try {
            BrowsedConsole known = shared;
            if (known == null) {
                known = new BrowsedConsole();
                shared = known;
            }
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of the journal; each test writes one of its own name, with ids that no other has. */
    JournalFile file(String name) {
        return new JournalFile(journal.resolve("2026-11-21/" + name + "-1-1.jsonl"));
    }

    /** Waits until the console tells this of a path. */
    void awaitAnswer(String path, String text) {
        await("'" + text + "' in " + path, () -> get(path).contains(text));
    }

    /** A window of its own, 1440 wide and light. */
    Visit visit(String path) {
        return visit(path, Visit.window(1440, "light"));
    }

    Visit visit(String path, Browser.NewContextOptions options) {
        return chromium.visit(process.address(), options).goTo(path);
    }

    /** A window in which nothing has been loaded. */
    Visit window(int width, String theme) {
        return chromium.visit(process.address(), Visit.window(width, theme));
    }

    /** A window on another console, 1440 wide and light. */
    Visit visit(ConsoleProcess other) {
        return chromium.visit(other.address(), Visit.window(1440, "light"));
    }

    /** Hands in spans. */
    void receive(String otlpJson) {
        process.receive(otlpJson);
    }

    private String get(String path) {
        try {
            return client.send(
                            HttpRequest.newBuilder(URI.create(process.address() + path))
                                    .timeout(PATIENCE)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static void await(String what, BooleanSupplier holds) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("there was no " + what);
            }
            LockSupport.parkNanos(20_000_000);
        }
    }
}
