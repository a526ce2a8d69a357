package dev.narrative.testing.langfuse;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.narrative.testing.OtlpValues;
import dev.narrative.testing.Poll;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Langfuse's two endpoints within a test: it keeps what the real one would keep, answers what that would answer, and
 * notes as a finding whatever that would drop, change or hide without a word.
 */
public final class LangfuseStub implements AutoCloseable {
    public static final String PUBLIC_KEY = "pk-lf-test";
    public static final String SECRET_KEY = "sk-lf-test";

    private static final String TRACES = "/api/public/otel/v1/traces";
    private static final String SCORES = "/api/public/ingestion";
    private static final int MOST_BYTES = 4_500_000;
    private static final String CREDENTIALS = "Basic "
            + Base64.getEncoder().encodeToString((PUBLIC_KEY + ':' + SECRET_KEY).getBytes(StandardCharsets.UTF_8));

    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "langfuse-stub");
        thread.setDaemon(true);
        return thread;
    });
    private final boolean dropsObservations;
    private final Findings findings = new Findings();
    private final ScoreIntake scores;
    private final List<Observation> observations = new CopyOnWriteArrayList<>();
    private final List<Map<String, List<String>>> requests = new CopyOnWriteArrayList<>();
    private final Deque<Fault> faults = new ConcurrentLinkedDeque<>();

    private LangfuseStub(int port, boolean isVersion4) {
        dropsObservations = !isVersion4;
        scores = new ScoreIntake(findings, isVersion4);
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.setExecutor(threads);
        http.createContext("/", this::receive);
        http.start();
    }

    /** As version 4 takes things in. */
    public static LangfuseStub start() {
        return start(0);
    }

    /** @param port 0 for any that is free; a given one stands for a server that comes back */
    public static LangfuseStub start(int port) {
        return new LangfuseStub(port, true);
    }

    /** As version 3: an observation with one wrong field is dropped as a whole. */
    public static LangfuseStub startVersion3() {
        return new LangfuseStub(0, false);
    }

    public int port() {
        return http.getAddress().getPort();
    }

    public URI url() {
        return URI.create("http://localhost:" + port());
    }

    /** The settings that lead an agent here, as lines of its properties file. */
    public String settings() {
        return """
                narrative.langfuse.host = %s
                narrative.langfuse.public-key = %s
                narrative.langfuse.secret-key = %s
                """.formatted(url(), PUBLIC_KEY, SECRET_KEY);
    }

    /** Answers the next requests so, one each, before it goes on as usual. */
    public LangfuseStub answerNext(Fault... next) {
        faults.addAll(List.of(next));
        return this;
    }

    /** Answers 500 within the 207 to each of the next so many scores. */
    public LangfuseStub failNextScores(int events) {
        scores.failNext(events);
        return this;
    }

    public List<Observation> observations() {
        return List.copyOf(observations);
    }

    public Collection<StoredScore> scores() {
        return scores.scores();
    }

    /** What the real one would have dropped, changed or hidden; a bridge that is right leaves none. */
    public List<String> findings() {
        return findings.all();
    }

    /** The headers of every request, in lower case, in the order of arrival. */
    public List<Map<String, List<String>>> requests() {
        return List.copyOf(requests);
    }

    /** The one observation of this name. */
    public Observation named(String name) {
        List<Observation> found = observations.stream()
                .filter(observation -> observation.name().equals(name))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " observations are named \"" + name + "\" among "
                    + observations.stream().map(Observation::name).toList());
        }
        return found.get(0);
    }

    /** The one score of this name. */
    public StoredScore score(String name) {
        List<StoredScore> found =
                scores().stream().filter(score -> score.name().equals(name)).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " scores are named \"" + name + "\" among " + scores());
        }
        return found.get(0);
    }

    /** Observations whose parent is neither here nor excused. */
    public List<Observation> orphans() {
        List<String> ids = observations.stream().map(Observation::id).toList();
        return observations.stream()
                .filter(observation -> !observation.isRoot() && !ids.contains(observation.parentId()))
                .toList();
    }

    /** Waits until it holds what is expected. */
    public void await(Duration timeout, Predicate<LangfuseStub> expected) {
        Poll.untilTrue("what is expected at Langfuse", timeout, () -> expected.test(this));
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = body(exchange);
            Headers headers = exchange.getRequestHeaders();
            requests.add(lowerCase(headers));
            Fault fault = faults.poll();
            if (fault == null) {
                fault = refusal(exchange.getRequestURI().getPath(), headers, body);
            }
            if (fault == null) {
                take(exchange, body);
            } else if (!fault.cuts()) {
                fault.headers().forEach(exchange.getResponseHeaders()::set);
                answer(exchange, fault.status(), fault.body().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private @Nullable Fault refusal(String path, Headers headers, byte[] body) {
        if (!path.equals(TRACES) && !path.equals(SCORES)) {
            return Fault.status(404);
        }
        if (!CREDENTIALS.equals(headers.getFirst("Authorization"))) {
            return Fault.status(401);
        }
        String type = Objects.requireNonNullElse(headers.getFirst("Content-Type"), "");
        if (!type.contains(path.equals(TRACES) ? "application/x-protobuf" : "application/json")) {
            findings.add("the content type is " + type);
            return Fault.status(400);
        }
        if (path.equals(TRACES) && !"4".equals(headers.getFirst("x-langfuse-ingestion-version"))) {
            findings.add("the ingestion version is " + headers.getFirst("x-langfuse-ingestion-version"));
        }
        if (headers.containsKey("Upgrade")) {
            findings.add("it asks for HTTP/2, and the connection is closed");
            return Fault.cut();
        }
        if (body.length > MOST_BYTES) {
            findings.add("the request has " + body.length + " bytes");
            return Fault.status(413);
        }
        return null;
    }

    private void take(HttpExchange exchange, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        if (exchange.getRequestURI().getPath().equals(SCORES)) {
            answer(exchange, 207, scores.take(body));
            return;
        }
        ExportTraceServiceRequest request = ExportTraceServiceRequest.parseFrom(body);
        if (hasBadId(request)) {
            findings.add("a span has no trace or span id, and the whole export is rejected");
            answer(exchange, 400, new byte[0]);
            return;
        }
        request.getResourceSpansList().forEach(this::keep);
        answer(exchange, 200, "{}".getBytes(StandardCharsets.UTF_8));
    }

    private void keep(ResourceSpans resourceSpans) {
        Map<String, String> resource =
                OtlpValues.asMap(resourceSpans.getResource().getAttributesList());
        String environment = resource.getOrDefault(
                "langfuse.environment",
                resource.getOrDefault(
                        "deployment.environment.name", resource.getOrDefault("deployment.environment", "default")));
        for (Span span : spans(resourceSpans)) {
            List<String> before = findings.all();
            SpanReader.read(span, environment, findings).ifPresent(observation -> {
                if (!dropsObservations || findings.all().size() == before.size()) {
                    observations.add(observation);
                }
            });
        }
    }

    private static boolean hasBadId(ExportTraceServiceRequest request) {
        return request.getResourceSpansList().stream()
                .flatMap(resource -> spans(resource).stream())
                .anyMatch(span -> span.getTraceId().size() != 16
                        || span.getSpanId().size() != 8
                        || SpanReader.hex(span.getTraceId().toByteArray()).equals("0".repeat(32)));
    }

    private static List<Span> spans(ResourceSpans resourceSpans) {
        List<Span> spans = new ArrayList<>();
        resourceSpans.getScopeSpansList().forEach(scope -> spans.addAll(scope.getSpansList()));
        return spans;
    }

    private static byte[] body(HttpExchange exchange) throws IOException {
        InputStream in = exchange.getRequestBody();
        boolean gzip = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        return (gzip ? new GZIPInputStream(in) : in).readAllBytes();
    }

    private static Map<String, List<String>> lowerCase(Headers headers) {
        TreeMap<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        return all;
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
