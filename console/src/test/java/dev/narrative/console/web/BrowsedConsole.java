package dev.narrative.console.web;

import dev.narrative.console.JournalFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A console over a journal of its own, and a browser: one of each for the tests of a trace's page. They end with the JVM. */
final class BrowsedConsole {
    private static final Path TARGET = Path.of(System.getProperty("narrative.root"), "console/target");

    private static @Nullable BrowsedConsole shared;

    private final Path journal;
    private final ConsoleProcess console;
    private final Chromium chromium;

    private BrowsedConsole() throws IOException, InterruptedException {
        journal = Files.createTempDirectory(Files.createDirectories(TARGET), "browsed")
                .resolve("traces");
        chromium = Chromium.start();
        console = ConsoleProcess.start(journal, 0);
        Runtime.getRuntime().addShutdownHook(new Thread(console::close));
        TraceFixtures.write(this);
    }

    static synchronized BrowsedConsole shared() throws IOException, InterruptedException {
        BrowsedConsole known = shared;
        if (known == null) {
            known = new BrowsedConsole();
            shared = known;
        }
        return known;
    }

    /** A file of the journal; each test writes one of its own name, with ids that no other has. */
    JournalFile file(String name) {
        return new JournalFile(journal.resolve("2026-11-21/" + name + "-1-1.jsonl"));
    }

    /** Waits until the console tells this of a path. */
    void awaitAnswer(String path, String text) {
        try {
            console.awaitAnswer(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Somebody at an empty window. */
    Visitor visitor(int width, boolean dark) {
        return chromium.visitor(console.origin(), width, dark);
    }
}
