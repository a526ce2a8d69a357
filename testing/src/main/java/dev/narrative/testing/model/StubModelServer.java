package dev.narrative.testing.model;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A language-model server on the loopback interface. It speaks the APIs of OpenAI, Azure, Anthropic, Gemini, Mistral,
 * Cohere, Ollama and Bedrock, each at its own path, blocking and streaming. It answers what it was told to, else the
 * same to the same prompt, and fails or takes its time when told to.
 */
public final class StubModelServer implements AutoCloseable {
    static {
        // Without it each small chunk waits for the acknowledgement of the one before, up to 40 ms.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final HttpServer http;
    private final ExecutorService threads;
    private final List<ModelRequest> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger thinking = new AtomicInteger();
    private final AtomicInteger peak = new AtomicInteger();
    private final AtomicInteger abandoned = new AtomicInteger();
    private final Script script = new Script();
    private volatile Duration latency = Duration.ZERO;

    private StubModelServer(HttpServer http, ExecutorService threads) {
        this.http = http;
        this.threads = threads;
    }

    public static StubModelServer start() {
        return start(0);
    }

    /** @param port the port, 0 for any that is free */
    public static StubModelServer start(int port) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            ExecutorService threads = Executors.newCachedThreadPool(task -> {
                Thread thread = new Thread(task, "stub-model");
                thread.setDaemon(true);
                return thread;
            });
            http.setExecutor(threads);
            StubModelServer server = new StubModelServer(http, threads);
            http.createContext("/", new ModelHandler(server, server.script));
            http.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return http.getAddress().getPort();
    }

    /** The base that clients are given, without {@code /v1}. */
    public URI url() {
        return URI.create("http://localhost:" + port());
    }

    /** How long it thinks before it answers; not at all when nothing is said. */
    public StubModelServer latency(Duration time) {
        this.latency = time;
        return this;
    }

    /** How long it waits after each event of a stream; not at all when nothing is said. */
    public StubModelServer pace(Duration time) {
        script.pace(time);
        return this;
    }

    /** What it answers to the next requests, one each; after that what it makes from the prompt. */
    public StubModelServer next(Answer... answers) {
        List.of(answers).forEach(script::add);
        return this;
    }

    /** How it fails from now on; an answer that was set for a request that fails is there for the next. */
    public StubModelServer fault(Fault next) {
        return fault(next, Integer.MAX_VALUE);
    }

    /** How it fails with so many requests, so that a retry after them succeeds. */
    public StubModelServer fault(Fault next, int requests) {
        script.fault(next, requests);
        return this;
    }

    /** What else is unusual about its answers from now on; nothing when none is named. */
    public StubModelServer quirks(Quirk... quirks) {
        script.quirks(Set.of(quirks));
        return this;
    }

    /** Speaks Mistral's chat and embeddings where it would speak OpenAI's, whose paths they share. */
    public StubModelServer mistral() {
        script.mistral(true);
        return this;
    }

    /** Everything that reached it, in the order of arrival. */
    public List<ModelRequest> requests() {
        return List.copyOf(requests);
    }

    /** The most requests that it has had in hand at one time. */
    public int peak() {
        return peak.get();
    }

    /** The number of answers that clients did not read to the end. */
    public int abandonedAnswers() {
        return abandoned.get();
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    /** Arguments: {@code [port [latency in ms [fault]]]}. Prints {@code listening model <port>} and stays. */
    public static void main(String[] args) throws InterruptedException {
        StubModelServer server = start(args.length > 0 ? Integer.parseInt(args[0]) : 0);
        if (args.length > 1) {
            server.latency(Duration.ofMillis(Long.parseLong(args[1])));
        }
        if (args.length > 2) {
            server.fault(Fault.parse(args[2]));
        }
        System.out.println("listening model " + server.port());
        Thread.currentThread().join();
    }

    /** Takes a request, and the time that is set to think about it. */
    void think(ModelRequest request) {
        requests.add(request);
        peak.accumulateAndGet(thinking.incrementAndGet(), Math::max);
        Duration time = latency;
        if (!time.isZero()) {
            LockSupport.parkNanos(time.toNanos());
        }
        thinking.decrementAndGet();
    }

    void abandoned() {
        abandoned.incrementAndGet();
    }
}
