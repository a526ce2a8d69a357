package dev.narrative.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The lines that a process has written so far, read on a thread of its own so that the process never blocks. */
final class OutputLines {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread reader;

    OutputLines(String name, InputStream stream) {
        reader = new Thread(() -> read(stream), name);
        reader.setDaemon(true);
        reader.start();
    }

    List<String> all() {
        return List.copyOf(lines);
    }

    /** Waits until the process has closed the stream, or the time is over because a child of it holds it open. */
    List<String> complete(long timeoutMillis) throws InterruptedException {
        reader.join(timeoutMillis);
        return all();
    }

    private void read(InputStream stream) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            // The process was killed while it wrote; what came before stands.
        }
    }
}
