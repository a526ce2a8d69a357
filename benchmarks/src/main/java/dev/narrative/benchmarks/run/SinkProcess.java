package dev.narrative.benchmarks.run;

import dev.narrative.benchmarks.sink.Sink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** The sink in its own JVM, and how to ask it. */
public final class SinkProcess implements AutoCloseable {
    private static final Duration LIFE = Duration.ofHours(12);
    private static final Duration POLL = Duration.ofMillis(250);

    /** Longer than the five seconds for which an OTLP batch may be held back by default. */
    private static final Duration QUIET = Duration.ofSeconds(6);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final JavaProcess process;
    private final URI address;
    private final HttpClient client = HttpClient.newHttpClient();

    public SinkProcess(Forks forks) {
        process = forks.plain(forks.newRun("sink"), LIFE, List.of(), Sink.class);
        address = URI.create("http://localhost:" + process.await("port"));
    }

    /** What an agent is told as its OTLP endpoint. */
    public URI address() {
        return address;
    }

    public URI target() {
        return address.resolve("/target");
    }

    /** What a model's SDK is told as its base address. */
    public URI model() {
        return address.resolve("/v1");
    }

    public long count() {
        return send("/count");
    }

    public void reset() {
        send("/reset");
    }

    /** Waits until nothing has arrived for longer than an agent holds spans back, and gives the count. */
    public long settle() {
        long count = count();
        long begin = System.nanoTime();
        long since = begin;
        while (elapsed(since).compareTo(QUIET) < 0 && elapsed(begin).compareTo(PATIENCE) < 0) {
            sleep();
            long now = count();
            if (now != count) {
                count = now;
                since = System.nanoTime();
            }
        }
        return count;
    }

    @Override
    public void close() {
        process.close();
    }

    private long send(String path) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path)).build();
        try {
            return Long.parseLong(
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException("The sink does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private static Duration elapsed(long since) {
        return Duration.ofNanos(System.nanoTime() - since);
    }

    private static void sleep() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
