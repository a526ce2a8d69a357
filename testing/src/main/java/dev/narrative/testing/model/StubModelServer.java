package dev.narrative.testing.model;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A language-model server on the loopback interface. It speaks OpenAI's {@code POST /v1/chat/completions}, blocking and
 * streaming, answers the same to the same prompt, and fails or takes its time when told to.
 */
public final class StubModelServer implements AutoCloseable {
    private final HttpServer http;
    private final ExecutorService threads;
    private final List<ModelRequest> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger thinking = new AtomicInteger();
    private final AtomicInteger peak = new AtomicInteger();
    private volatile Duration latency = Duration.ZERO;
    private volatile Fault fault = Fault.NONE;

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
            http.createContext("/", new ChatHandler(server));
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

    public StubModelServer fault(Fault next) {
        this.fault = next;
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

    Fault fault() {
        return fault;
    }
}
