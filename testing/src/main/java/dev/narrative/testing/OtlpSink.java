package dev.narrative.testing;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A collector within the test: receives spans and metrics by OTLP over HTTP in protobuf, plain or gzipped, and keeps
 * everything. It refuses or dawdles when told to; refused requests are counted and not kept.
 */
public final class OtlpSink implements AutoCloseable {
    private static final String METRICS = "/v1/metrics";

    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "otlp-sink");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicInteger attempts = new AtomicInteger();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<ExportMetricsServiceRequest> metrics = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile Duration latency = Duration.ZERO;

    /**
     * One request with spans that was accepted.
     *
     * @param headers as they came
     */
    public record Received(String path, Headers headers, ExportTraceServiceRequest body) {}

    private OtlpSink(int port) throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        http.setExecutor(threads);
        http.createContext("/", this::receive);
        http.start();
    }

    public static OtlpSink start() {
        return start(0);
    }

    /** @param port the port, 0 for any that is free; a given one stands for a collector that comes back */
    public static OtlpSink start(int port) {
        try {
            return new OtlpSink(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return http.getAddress().getPort();
    }

    /** The base for {@code OTEL_EXPORTER_OTLP_ENDPOINT}, without {@code /v1/traces}. */
    public URI url() {
        return URI.create("http://localhost:" + port());
    }

    /** The status that it answers; from 300 on nothing is kept. */
    public OtlpSink status(int code) {
        this.status = code;
        return this;
    }

    /** How long it waits before it answers. */
    public OtlpSink latency(Duration waiting) {
        this.latency = waiting;
        return this;
    }

    /** The requests that arrived, refused ones too. */
    public int attempts() {
        return attempts.get();
    }

    /** The requests to {@code /v1/metrics} that were accepted, in the order of arrival. */
    public List<ExportMetricsServiceRequest> metrics() {
        return List.copyOf(metrics);
    }

    /** The requests with spans that were accepted, in the order of arrival. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    /** The spans of all services, in the order of arrival. */
    public List<Span> spans() {
        return resourceSpans()
                .flatMap(resource -> resource.getScopeSpansList().stream())
                .flatMap(scope -> scope.getSpansList().stream())
                .toList();
    }

    /** What all spans together say of who produced them, each resource as often as it was sent. */
    public List<Map<String, String>> resources() {
        return resourceSpans()
                .map(resource -> OtlpValues.asMap(resource.getResource().getAttributesList()))
                .toList();
    }

    /** Waits until at least this many spans have arrived, and gives all that have. */
    public List<Span> awaitSpans(int count, Duration timeout) {
        Poll.untilTrue(count + " spans at the collector", timeout, () -> spans().size() >= count);
        return spans();
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    private Stream<ResourceSpans> resourceSpans() {
        return received.stream().flatMap(request -> request.body().getResourceSpansList().stream());
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            attempts.incrementAndGet();
            boolean gzip = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            InputStream in = exchange.getRequestBody();
            byte[] body = (gzip ? new GZIPInputStream(in) : in).readAllBytes();
            if (!latency.isZero()) {
                LockSupport.parkNanos(latency.toNanos());
            }
            int answer = status;
            if (answer < 300) {
                keep(exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), body);
            }
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(answer, -1);
        }
    }

    private void keep(String path, Headers headers, byte[] body) throws IOException {
        if (path.equals(METRICS)) {
            metrics.add(ExportMetricsServiceRequest.parseFrom(body));
        } else {
            received.add(new Received(path, headers, ExportTraceServiceRequest.parseFrom(body)));
        }
    }
}
