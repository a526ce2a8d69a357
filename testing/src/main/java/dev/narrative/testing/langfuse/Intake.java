package dev.narrative.testing.langfuse;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.narrative.testing.OtlpValues;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Langfuse's two endpoints: what is refused, what is kept, and what would get lost on the way. */
final class Intake {
    private static final String TRACES = "/api/public/otel/v1/traces";
    private static final String SCORES = "/api/public/ingestion";
    private static final int MOST_BYTES = 4_500_000;
    private static final String CREDENTIALS = "Basic "
            + Base64.getEncoder()
                    .encodeToString(
                            (LangfuseStub.PUBLIC_KEY + ':' + LangfuseStub.SECRET_KEY).getBytes(StandardCharsets.UTF_8));

    final Findings findings = new Findings();
    final ScoreIntake scores;
    final List<Observation> observations = new CopyOnWriteArrayList<>();
    final List<Map<String, List<String>>> requests = new CopyOnWriteArrayList<>();
    final Deque<Fault> faults = new ConcurrentLinkedDeque<>();
    volatile @Nullable Fault always;
    private final boolean dropsObservations;

    Intake(boolean isVersion4) {
        dropsObservations = !isVersion4;
        scores = new ScoreIntake(findings, isVersion4);
    }

    void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = body(exchange);
            Headers headers = exchange.getRequestHeaders();
            requests.add(anyCase(headers));
            Fault fault = faults.poll();
            if (fault == null) {
                fault = always;
            }
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
        String version = headers.getFirst("x-langfuse-ingestion-version");
        if (path.equals(TRACES) && !"4".equals(version)) {
            findings.add("the ingestion version is " + version);
            if (version != null) {
                return Fault.status(400);
            }
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
        String environment = "default";
        for (String key : List.of("deployment.environment", "deployment.environment.name", "langfuse.environment")) {
            environment = resource.getOrDefault(key, environment);
        }
        for (Span span : spans(resourceSpans)) {
            SpanReader reader = SpanReader.of(span, environment, findings);
            Observation observation = reader.read();
            if (!dropsObservations || !reader.isLost()) {
                observations.add(observation);
            }
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

    private static Map<String, List<String>> anyCase(Headers headers) {
        Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        return all;
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
