package dev.narrative.testing.agent.delivery;

import static dev.narrative.testing.agent.delivery.Deliveries.journaled;
import static dev.narrative.testing.agent.delivery.Deliveries.missing;
import static dev.narrative.testing.agent.delivery.Deliveries.spooled;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.narrative.testing.ForkedJvm;
import dev.narrative.testing.JvmResult;
import dev.narrative.testing.OtlpSink;
import dev.narrative.testing.Poll;
import dev.narrative.testing.agent.AgentRun;
import dev.narrative.testing.agent.Steps;
import dev.narrative.testing.agent.journal.LoadProgram;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A collector that is down costs nothing: what is journaled arrives when it is back, and none of it twice. */
class OutageIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    @Test
    void everySpanJournaledArrives_noneTwice_thoughTheProcessIsKilled() throws IOException {
        OtlpSink first = OtlpSink.start();
        AgentRun run = AgentRun.in(directory)
                .properties(properties(first.url().toString()))
                .program(LoadProgram.class);
        try (ForkedJvm jvm = run.start()) {
            first.awaitSpans(3_000, LIMIT);
            first.status(503); // lets it answer what is under way: what is cut off is not sent again
            Poll.untilTrue("a request in the spool", LIMIT, () -> spooled(run) >= 1);
            first.close();
            Poll.untilTrue("more requests in the spool", LIMIT, () -> spooled(run) >= 3);
            jvm.kill9();
        } finally {
            first.close();
        }
        int port = first.port();
        List<String> before = ids(first);
        Set<String> journaled = journaled(run);

        List<String> after = finish(run, port, before, journaled);

        assertThat(after).doesNotHaveDuplicates();
        assertThat(missing(journaled, after)).isEmpty();
    }

    /** The next process, which makes spans of its own until all those of the first have arrived, and ends well. */
    private List<String> finish(AgentRun run, int port, List<String> before, Set<String> journaled) throws IOException {
        try (OtlpSink second = OtlpSink.start(port);
                ForkedJvm jvm = run.start()) {
            Set<String> unsent = missing(journaled, before);
            assertThat(unsent).isNotEmpty();
            AtomicInteger seen = new AtomicInteger();
            Poll.untilTrue("the spans of the process that was killed", LIMIT, () -> {
                int requests = second.received().size();
                return seen.getAndSet(requests) != requests
                        && missing(unsent, ids(second)).isEmpty();
            });
            Set<String> beforeTheSignal = journaled(run);
            JvmResult result = jvm.stop(LIMIT);

            assertThat(result.exitCode()).isEqualTo(143);
            assertThat(AgentRun.said(result)).noneMatch(line -> line.contains("lost"));
            assertThat(spooled(run)).isZero();
            List<String> all = ids(second);
            all.addAll(before);
            assertThat(missing(beforeTheSignal, all)).isEmpty();
            return all;
        }
    }

    @Test
    void sigterm_spoolsTheRest_thoughTheCollectorHangs() throws IOException {
        AgentRun run;
        Set<String> journaled;
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            run = AgentRun.in(directory)
                    .properties(properties("http://localhost:" + silent.getLocalPort()))
                    .program(LoadProgram.class);
            try (ForkedJvm jvm = run.start()) {
                jvm.awaitLine("at 6000 ", LIMIT);
                run.await(traces -> traces.spans().size() > 6_000);
                journaled = journaled(run);
                assertThat(jvm.stop(LIMIT).exitCode()).isEqualTo(143);
            }
        }

        try (OtlpSink sink = OtlpSink.start()) {
            run.write(properties(sink.url().toString()));
            try (ForkedJvm jvm = run.start()) {
                Poll.untilTrue("what was spooled", LIMIT, () -> spooled(run) == 0 && sink.attempts() > 0);
                jvm.stop(LIMIT);
            }
            // The request that hung may have been taken; it holds a batch at most.
            assertThat(missing(journaled, ids(sink))).hasSizeLessThanOrEqualTo(2_048);
            assertThat(ids(sink)).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"429", "503", "html", "cut"})
    void whatWasNotTakenIsSentLater(String trouble) throws IOException {
        TroubledCollector collector = new TroubledCollector(trouble);
        try (collector) {
            AgentRun run = AgentRun.in(directory)
                    .properties(properties(collector.url()))
                    .program(LoadProgram.class);
            try (ForkedJvm jvm = run.start()) {
                collector.sink.awaitSpans(5_000, LIMIT);
                jvm.stop(LIMIT);
            }
            List<String> arrived = ids(collector.sink);
            assertThat(arrived).doesNotHaveDuplicates();
            Set<String> missing = missing(journaled(run), arrived);
            if (trouble.equals("cut")) {
                assertThat(missing).as("taken for all we know").isNotEmpty();
            } else {
                assertThat(missing).isEmpty();
            }
        }
    }

    private static String properties(String endpoint) {
        return Steps.RULES + "narrative.exporters = journal, otlp\nnarrative.otlp.endpoint = " + endpoint + "\n";
    }

    private static List<String> ids(OtlpSink sink) {
        return Deliveries.ids(sink.spans());
    }

    /** A collector before which something goes wrong with the first requests. */
    private static final class TroubledCollector implements AutoCloseable {
        private static final int TIMES = 2;

        final OtlpSink sink = OtlpSink.start();
        private final AtomicInteger requests = new AtomicInteger();
        private final ExecutorService threads = Executors.newCachedThreadPool();
        private final HttpServer front;

        TroubledCollector(String trouble) throws IOException {
            front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            front.setExecutor(threads);
            front.createContext("/", exchange -> {
                try (exchange) {
                    byte[] body = exchange.getRequestBody().readAllBytes();
                    if (requests.getAndIncrement() >= TIMES) {
                        exchange.sendResponseHeaders(pass(body), -1);
                        return;
                    }
                    switch (trouble) {
                        case "429" -> {
                            exchange.getResponseHeaders().set("Retry-After", "1");
                            exchange.sendResponseHeaders(429, -1);
                        }
                        case "503" -> exchange.sendResponseHeaders(503, -1);
                        case "html" -> {
                            exchange.getResponseHeaders().set("Content-Type", "text/html");
                            exchange.sendResponseHeaders(200, 6);
                            exchange.getResponseBody().write("<html>".getBytes(StandardCharsets.UTF_8));
                        }
                        default -> {
                            // nothing is answered: the connection is cut
                        }
                    }
                }
            });
            front.start();
        }

        String url() {
            return "http://localhost:" + front.getAddress().getPort();
        }

        private int pass(byte[] body) throws IOException {
            HttpURLConnection on =
                    (HttpURLConnection) sink.url().resolve("/v1/traces").toURL().openConnection();
            on.setDoOutput(true);
            on.getOutputStream().write(body);
            return on.getResponseCode();
        }

        @Override
        public void close() {
            front.stop(0);
            threads.shutdownNow();
            sink.close();
        }
    }
}
