package dev.narrative.console.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import dev.narrative.console.JournalFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The real jar as a console over a journal of its own, and a browser: one of each for all tests of a JVM. */
final class BrowsedConsole {
    private static final Path ROOT = Path.of(System.getProperty("narrative.root"));
    private static final Path JAR = ROOT.resolve("console/target/narrative.jar");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static BrowsedConsole shared;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path journal;
    private final Process process;
    private final Playwright playwright;
    private final Browser browser;
    private final String address;

    private BrowsedConsole() throws IOException {
        Path directory = Files.createTempDirectory(Files.createDirectories(ROOT.resolve("console/target")), "browsed");
        journal = directory.resolve("traces");
        Path out = directory.resolve("console.out");
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        JAR.toString(),
                        "console",
                        "--port",
                        "0",
                        "--journal",
                        journal.toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        await("the console's address", () -> read(out).contains("http://"));
        address = read(out).lines()
                .filter(line -> line.startsWith("http://"))
                .findFirst()
                .orElseThrow();
        playwright =
                Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    }

    /** The one that all tests share; it ends with the JVM. */
    static synchronized BrowsedConsole shared() {
        try {
            if (shared == null) {
                shared = new BrowsedConsole();
            }
            return shared;
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
        Visit visit = new Visit(browser.newContext(options.setReducedMotion(ReducedMotion.REDUCE)));
        visit.page().navigate(address + path);
        return visit;
    }

    private String get(String path) {
        try {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address + path))
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

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
