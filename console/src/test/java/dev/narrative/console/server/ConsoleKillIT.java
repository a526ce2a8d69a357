package dev.narrative.console.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.model.Ids;
import dev.narrative.model.json.JsonLimits;
import dev.narrative.model.json.JsonReader;
import dev.narrative.model.json.JsonValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real jar, killed while applications send to it. */
final class ConsoleKillIT {
    /** Enough that the rate does not depend on how long one answer takes. */
    private static final int SENDERS = 16;

    private static final int SPANS_OF_A_REQUEST = 500;
    private static final int SPANS_OF_A_SECOND = 20_000;
    private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(1) * SPANS_OF_A_REQUEST / SPANS_OF_A_SECOND;
    private static final long KILLED_AFTER_SPANS = 120_000;

    @TempDir
    Path directory;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(30)).build();

    @Test
    void keepsEverySpan_thatWasAnsweredWith200() throws Exception {
        Path journal = directory.resolve("traces");
        Set<Long> answered = ConcurrentHashMap.newKeySet();
        try (ConsoleJar console = ConsoleJar.start(journal, directory.resolve("first"))) {
            System.out.println(
                    "Of " + SPANS_OF_A_SECOND + " spans a second " + load(console, answered) + " were answered.");
        }
        try (ConsoleJar console = ConsoleJar.start(journal, directory.resolve("second"))) {
            String again = console.url();
            Map<String, Long> found = new ConcurrentHashMap<>();
            RunningConsole.await("every span that was answered", () -> {
                found.clear();
                spansByTrace(again, found);
                return answered.stream().allMatch(trace -> count(trace, found) == SPANS_OF_A_REQUEST)
                        ? Optional.of(true)
                        : Optional.empty();
            });
        }
    }

    /** Sends until enough was answered, and kills; tells how many spans were answered in a second. */
    private long load(ConsoleJar console, Set<Long> answered) throws InterruptedException {
        String url = console.url();
        AtomicLong next = new AtomicLong();
        long begin = System.nanoTime();
        List<Thread> senders = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            Thread sender = new Thread(() -> send(url, begin, next, answered), "sender-" + i);
            senders.add(sender);
            sender.start();
        }
        RunningConsole.await("load", () -> {
            boolean enough = answered.size() * (long) SPANS_OF_A_REQUEST >= KILLED_AFTER_SPANS;
            return enough || !console.isAlive() ? Optional.of(true) : Optional.empty();
        });
        long spans = answered.size() * (long) SPANS_OF_A_REQUEST;
        long perSecond = spans * TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - begin);
        console.kill();
        for (Thread sender : senders) {
            sender.join();
        }
        assertThat(spans).isGreaterThanOrEqualTo(KILLED_AFTER_SPANS);
        return perSecond;
    }

    private static long count(long trace, Map<String, Long> found) {
        return found.getOrDefault(Ids.traceId(7, trace), 0L);
    }

    /**
     * Sends, each request a trace of its own, until nobody answers any more. All senders together keep the pace: a
     * request that is late is followed by the next one at once.
     */
    private void send(String url, long begin, AtomicLong next, Set<Long> answered) {
        while (true) {
            long trace = next.incrementAndGet();
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/v1/traces"))
                    .header("Content-Type", "application/x-protobuf")
                    .timeout(Duration.ofSeconds(60))
                    .POST(BodyPublishers.ofByteArray(body(trace)))
                    .build();
            for (long rest = due(begin, trace); rest > 0; rest = due(begin, trace)) {
                LockSupport.parkNanos(rest);
            }
            try {
                if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                    answered.add(trace);
                }
            } catch (IOException killed) {
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static long due(long begin, long request) {
        return begin + request * PERIOD_NANOS - System.nanoTime();
    }

    private static byte[] body(long trace) {
        List<Span> spans = new ArrayList<>(SPANS_OF_A_REQUEST);
        for (int i = 1; i <= SPANS_OF_A_REQUEST; i++) {
            spans.add(OtlpBodies.span(trace, i)
                    .addAttributes(OtlpBodies.attribute(
                            "narrative.input", OtlpBodies.text("The ferryman waits on the far bank.")))
                    .addAttributes(OtlpBodies.attribute("session.id", OtlpBodies.text("chap-12")))
                    .build());
        }
        return OtlpBodies.request("studio", spans);
    }

    private void spansByTrace(String url, Map<String, Long> target) {
        String cursor = "";
        do {
            JsonValue page = get(url + "/api/v1/traces?limit=1000" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            for (JsonValue trace : page.get("traces").elements()) {
                target.put(trace.text("traceId", ""), trace.get("spanCount").integer(0));
            }
            cursor = page.text("next", "");
        } while (!cursor.isEmpty());
    }

    private JsonValue get(String url) {
        try {
            byte[] body = client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray())
                    .body();
            return JsonReader.read(body, JsonLimits.DEFAULT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
