package dev.narrative.testing.langfuse;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stub is as strict as the real one: a bridge that is wrong can't pass. */
class LangfuseStubTest {
    private static final String KEYS = LangfuseStub.PUBLIC_KEY + ':' + LangfuseStub.SECRET_KEY;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private LangfuseStub langfuse = LangfuseStub.start();

    @AfterEach
    void stop() {
        langfuse.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http.route|/story|not mapped",
                "model|gpt|not mapped",
                "langfuse.observation.type|Generation|type is Generation",
                "langfuse.observation.level|error|level is error",
                "langfuse.observation.usage_details|{\"input\":1.5}|no whole number",
                "langfuse.observation.usage_details|{\"input\":-1}|no whole number",
                "langfuse.observation.usage_details|{\"input\":1,\"total\":5}|do not add up",
                "langfuse.observation.usage_details|nothing|no JSON object",
                "langfuse.observation.cost_details|{\"total\":\"0.1\"}|no number",
                "langfuse.observation.model.parameters|{\"stream\":true}|neither text nor number",
                "langfuse.observation.prompt.name|teller|whole number beside a name",
                "langfuse.observation.prompt.version|3|whole number beside a name",
                "langfuse.observation.completion_start_time|2026-01-01T00:00:00|no time with a zone",
                "langfuse.environment|Production|the environment is",
                "langfuse.environment|langfuse-x|the environment is",
                "langfuse.trace.tags|a,b|is no list",
                "langfuse.trace.public|true|no boolean",
                "langfuse.internal.is_app_root|true|no boolean"
            })
    void findsWhatTheRealOneWouldLose(String key, String value, String finding) throws Exception {
        assertThat(send(span(key, text(value)), KEYS)).isEqualTo(200);

        assertThat(langfuse.findings()).hasSize(1).first().asString().contains(finding);
    }

    @Test
    void longTexts_areDropped() throws Exception {
        send(span("langfuse.session.id", text("x".repeat(201))), KEYS);

        assertThat(langfuse.findings()).hasSize(1);
        assertThat(langfuse.observations().get(0).trace().sessionId()).isNull();
    }

    @Test
    void version3_dropsTheWholeObservation() throws Exception {
        langfuse.close();
        langfuse = LangfuseStub.startVersion3();
        send(span("langfuse.observation.level", text("error")), KEYS);
        send(span("http.route", text("/story")), KEYS);

        assertThat(langfuse.observations()).hasSize(1);
    }

    @Test
    void version4_keepsWhatIsSentTwice() throws Exception {
        send(span("langfuse.observation.input", text("a")), KEYS);
        send(span("langfuse.observation.input", text("a")), KEYS);

        assertThat(langfuse.observations()).hasSize(2);
        assertThat(langfuse.findings()).isEmpty();
    }

    @Test
    void resourcesEnvironment_isStoredRaw() throws Exception {
        Span span = span("langfuse.trace.tags", list("a"));
        ExportTraceServiceRequest request = ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .setResource(Resource.newBuilder()
                                .addAttributes(attribute("deployment.environment", text("EU Prod"))))
                        .addScopeSpans(ScopeSpans.newBuilder().addSpans(span)))
                .build();
        send(request.toByteArray(), "/api/public/otel/v1/traces", "application/x-protobuf", KEYS);

        assertThat(langfuse.observations().get(0).trace().environment()).isEqualTo("EU Prod");
        assertThat(langfuse.findings()).hasSize(1);
    }

    @Test
    void wrongKeys_andSpansWithoutIds_areRefused() throws Exception {
        assertThat(send(span("langfuse.release", text("r")), "pk:other")).isEqualTo(401);
        assertThat(send(Span.getDefaultInstance(), KEYS)).isEqualTo(400);
        assertThat(langfuse.observations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"traceId\":\"t\",\"name\":\"n\",\"dataType\":\"NUMERIC\",\"value\":0.5|201",
                "\"traceId\":\"t\",\"name\":\"n\",\"dataType\":\"NUMERIC\",\"value\":\"0.5\"|400",
                "\"traceId\":\"t\",\"name\":\"n\",\"dataType\":\"BOOLEAN\",\"value\":1|201",
                "\"traceId\":\"t\",\"name\":\"n\",\"dataType\":\"BOOLEAN\",\"value\":true|400",
                "\"traceId\":\"t\",\"name\":\"n\",\"dataType\":\"TEXT\",\"value\":\"\"|400",
                "\"traceId\":\"t\",\"name\":\"\",\"dataType\":\"NUMERIC\",\"value\":1|400",
                "\"traceId\":\"t\",\"sessionId\":\"s\",\"name\":\"n\",\"dataType\":\"NUMERIC\",\"value\":1|400",
                "\"observationId\":\"o\",\"sessionId\":\"s\",\"name\":\"n\",\"dataType\":\"NUMERIC\",\"value\":1|400",
                "\"sessionId\":\"s\",\"name\":\"n\",\"dataType\":\"CATEGORICAL\",\"value\":\"good\"|201",
                "\"name\":\"n\",\"dataType\":\"NUMERIC\",\"value\":1|400"
            })
    void scores_areJudgedOneByOne(String body, int status) throws Exception {
        String event =
                "{\"id\":\"e\",\"type\":\"score-create\",\"timestamp\":\"2026-01-01T00:00:00Z\",\"body\":{\"id\":\"i\","
                        + body + "}}";
        String answer = ingest(event);

        assertThat(answer).contains("\"status\":" + status);
        assertThat(langfuse.scores()).hasSize(status == 201 ? 1 : 0);
        assertThat(langfuse.findings()).hasSize(status == 201 ? 0 : 1);
    }

    @Test
    void scoreOfTheSameId_overwrites_andOtherEventsAreRejected() throws Exception {
        String score = "{\"id\":\"e\",\"type\":\"score-create\",\"timestamp\":\"2026-01-01T0%1$d:00:00Z\",\"body\":"
                + "{\"id\":\"i\",\"traceId\":\"t\",\"name\":\"n\",\"dataType\":\"NUMERIC\",\"value\":%1$d}}";
        ingest(score.formatted(1));
        ingest(score.formatted(2));

        assertThat(langfuse.score("n").value()).isEqualTo("2");
        assertThat(ingest(
                        "{\"id\":\"e\",\"type\":\"trace-create\",\"timestamp\":\"2026-01-01T00:00:00Z\",\"body\":{}}"))
                .contains("only scores are taken");
    }

    private String ingest(String event) throws IOException, InterruptedException {
        byte[] body = ("{\"batch\":[" + event + "]}").getBytes(StandardCharsets.UTF_8);
        return answer(body, "/api/public/ingestion", "application/json", KEYS).body();
    }

    private int send(Span span, String keys) throws IOException, InterruptedException {
        byte[] body = ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .addScopeSpans(ScopeSpans.newBuilder().addSpans(span)))
                .build()
                .toByteArray();
        return send(body, "/api/public/otel/v1/traces", "application/x-protobuf", keys);
    }

    private int send(byte[] body, String path, String type, String keys) throws IOException, InterruptedException {
        return answer(body, path, type, keys).statusCode();
    }

    private HttpResponse<String> answer(byte[] body, String path, String type, String keys)
            throws IOException, InterruptedException {
        String authorization = Base64.getEncoder().encodeToString(keys.getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(langfuse.url() + path))
                .header("Content-Type", type)
                .header("Authorization", "Basic " + authorization)
                .header("x-langfuse-ingestion-version", "4")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static Span span(String key, AnyValue value) {
        return Span.newBuilder()
                .setTraceId(ByteString.copyFrom(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}))
                .setSpanId(ByteString.copyFrom(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}))
                .setName("step")
                .addAttributes(attribute(key, value))
                .build();
    }

    private static KeyValue attribute(String key, AnyValue value) {
        return KeyValue.newBuilder().setKey(key).setValue(value).build();
    }

    private static AnyValue text(String value) {
        return AnyValue.newBuilder().setStringValue(value).build();
    }

    private static AnyValue list(String value) {
        return AnyValue.newBuilder()
                .setArrayValue(ArrayValue.newBuilder().addValues(text(value)))
                .build();
    }
}
