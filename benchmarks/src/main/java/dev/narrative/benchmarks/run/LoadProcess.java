package dev.narrative.benchmarks.run;

import dev.narrative.benchmarks.load.LoadGenerator;
import java.time.Duration;
import java.util.List;

/** The load generator in its own JVM; kept for the whole comparison, so that it is warm for everyone. */
public final class LoadProcess implements AutoCloseable {
    private static final Duration LIFE = Duration.ofHours(12);

    /** What was asked of the application, all answered with a whole 200. */
    public record Load(long requests, double seconds) {}

    private final JavaProcess process;

    public LoadProcess(Forks forks) {
        process = forks.plain(forks.newRun("load"), LIFE, List.of(), LoadGenerator.class);
    }

    /** @param perSecond over all connections, 0 for as fast as it goes */
    public Load put(int port, String path, int connections, int perSecond, int seconds) {
        process.answer(port + " " + path + " " + connections + " " + perSecond + " " + seconds);
        String[] words = process.await("load").split(" ");
        return new Load(Long.parseLong(words[0]), Long.parseLong(words[1]) / 1e9);
    }

    @Override
    public void close() {
        process.close();
    }
}
