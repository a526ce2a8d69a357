package dev.narrative.console.server;

import static dev.narrative.console.server.OtlpBodies.attribute;
import static dev.narrative.console.server.OtlpBodies.gzip;
import static dev.narrative.console.server.OtlpBodies.request;
import static dev.narrative.console.server.OtlpBodies.span;
import static dev.narrative.console.server.OtlpBodies.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.narrative.console.JournalFile;
import dev.narrative.console.SpanBuilder;
import dev.narrative.model.journal.Journal;
import dev.narrative.model.journal.JournalSpan;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OtlpReceiverTest {
    private static final String PROTOBUF = "application/x-protobuf";
    private static final String JSON = "application/json";

    @TempDir
    Path journal;

    private RunningConsole console;

    @BeforeEach
    void start() throws IOException {
        console = RunningConsole.open(journal);
    }

    @AfterEach
    void stop() {
        console.close();
    }

    @Test
    void answersWhenSpansAreInTheJournal_andIndexesThem() throws InvalidProtocolBufferException {
        HttpResponse<byte[]> answer = export(request(OtlpBodies.rich()), PROTOBUF, "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(PROTOBUF);
        assertThat(ExportTraceServiceResponse.parseFrom(answer.body()).hasPartialSuccess())
                .isFalse();
        assertThat(spans()).singleElement().satisfies(span -> {
            assertThat(span.name()).isEqualTo("span 1");
            assertThat(span.resource().serviceName()).isEqualTo("studio");
            assertThat(span.parentSpanId()).isEqualTo(99);
            assertThat(span.hasRemoteParent()).isTrue();
            assertThat(span.traceState()).isEqualTo("vendor=1");
            assertThat(span.statusMessage()).isEqualTo("went wrong");
            assertThat(span.endEpochNanos() - span.startEpochNanos()).isEqualTo(1_000_000);
            assertThat(span.attributes().get("count")).isEqualTo(-3L);
            assertThat(span.attributes().get("rate")).isEqualTo(0.25);
            assertThat(span.attributes().get("set")).isEqualTo(true);
            assertThat(span.attributes().get("raw")).isEqualTo("Ynl0ZXM=");
            assertThat(span.attributes().get("list")).isEqualTo(List.of("a"));
            assertThat(span.attributes().get("map")).isEqualTo("{\"k\":\"v\"}");
            assertThat(span.events().get(0).attributes().get("exception.message"))
                    .isEqualTo("lost");
        });
        console.await("/api/v1/traces?session=chap-12", "\"spanCount\":1");
    }

    @Test
    void keepsLinks_andWhatScopesKnow_inBothEncodings() {
        Span.Link link = Span.Link.newBuilder()
                .setTraceId(OtlpBodies.span(3).getTraceId())
                .setSpanId(OtlpBodies.span(3).getSpanId())
                .addAttributes(OtlpBodies.attribute("why", OtlpBodies.text("a retry for ada@example.com")))
                .build();
        ScopeSpans scope = ScopeSpans.newBuilder()
                .setScope(InstrumentationScope.newBuilder()
                        .setName("scope of ours")
                        .setVersion("1.2")
                        .addAttributes(OtlpBodies.attribute("team", OtlpBodies.text("river"))))
                .addSpans(span(1).addLinks(link))
                .build();
        byte[] protobuf = ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder().addScopeSpans(scope))
                .build()
                .toByteArray();
        String json = """
                {"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"00000000000000070000000000000002",
                "spanId":"0000000000000002","name":"by json","startTimeUnixNano":"5","endTimeUnixNano":"6",
                "links":[{"traceId":"00000000000000070000000000000003","spanId":"0000000000000003","attributes":
                [{"key":"why","value":{"stringValue":"a retry for ada@example.com"}}]}]}],"scope":{"name":
                "scope of ours","version":"1.2","attributes":[{"key":"team","value":{"stringValue":"river"}}]}}]}]}""";

        assertThat(export(protobuf, PROTOBUF, "").statusCode()).isEqualTo(200);
        assertThat(export(json.getBytes(StandardCharsets.UTF_8), JSON, "").statusCode())
                .isEqualTo(200);

        assertThat(spans()).hasSize(2).allSatisfy(span -> {
            assertThat(span.scope()).isEqualTo("scope of ours");
            assertThat(span.attributes().get("otel.scope.version")).isEqualTo("1.2");
            assertThat(span.attributes().get("otel.scope.team")).isEqualTo("river");
            assertThat(span.attributes().get("narrative.links"))
                    .isEqualTo(List.of("{\"traceId\":\"00000000000000070000000000000003\","
                            + "\"spanId\":\"0000000000000003\",\"attributes\":{\"why\":\"a retry for ***\"}}"));
        });
    }

    @Test
    void takesJson_andGzip() {
        String json =
                "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":\"00000000000000070000000000000001\","
                        + "\"spanId\":\"0000000000000001\",\"name\":\"by json\",\"startTimeUnixNano\":\"5\","
                        + "\"endTimeUnixNano\":\"6\"}]}]}]}";
        HttpResponse<byte[]> plain = export(json.getBytes(StandardCharsets.UTF_8), JSON + "; charset=utf-8", "");
        assertThat(plain.statusCode()).isEqualTo(200);
        assertThat(new String(plain.body(), StandardCharsets.UTF_8)).isEqualTo("{}");
        assertThat(export(gzip(request(span(2).build())), PROTOBUF, "gzip").statusCode())
                .isEqualTo(200);
        assertThat(spans().stream().map(JournalSpan::name)).containsExactlyInAnyOrder("by json", "span 2");
    }

    @Test
    void saysWhichSpansItRejects_andTakesTheOthers() throws InvalidProtocolBufferException {
        Span noEnd = span(2).setEndTimeUnixNano(0).build();
        Span noId = span(3).setSpanId(ByteString.EMPTY).build();
        HttpResponse<byte[]> answer = export(request(span(1).build(), noEnd, noId), PROTOBUF, "");

        ExportTraceServiceResponse response = ExportTraceServiceResponse.parseFrom(answer.body());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(response.getPartialSuccess().getRejectedSpans()).isEqualTo(2);
        assertThat(response.getPartialSuccess().getErrorMessage()).contains("span");
        assertThat(spans()).hasSize(1);
    }

    @Test
    void masksWhatComesIn() {
        Span told = span(1).addAttributes(attribute("http.request.header.authorization", text("Basic c2VjcmV0")))
                .addAttributes(attribute("narrative.input", text("write to ada@example.com")))
                .addAttributes(attribute(
                        "list",
                        AnyValue.newBuilder()
                                .setArrayValue(ArrayValue.newBuilder().addValues(text("password=hunter2")))
                                .build()))
                .build();
        export(request(told), PROTOBUF, "");
        assertThat(spans()).singleElement().satisfies(span -> {
            assertThat(span.attributes().get("http.request.header.authorization"))
                    .isEqualTo("***");
            assertThat(span.attributes().get("narrative.input")).isEqualTo("write to ***");
            assertThat(String.valueOf(span.attributes().get("list"))).doesNotContain("hunter2");
        });
    }

    @Test
    void refusesWhatItCantRead() {
        assertThat(export(request(), "text/plain", "").statusCode()).isEqualTo(415);
        assertThat(export(request(), PROTOBUF, "br").statusCode()).isEqualTo(415);
        assertThat(export(new byte[] {1, 2, 3}, PROTOBUF, "").statusCode()).isEqualTo(400);
        assertThat(export(new byte[] {1, 2, 3}, PROTOBUF, "gzip").statusCode()).isEqualTo(400);
        assertThat(export("[]".getBytes(StandardCharsets.UTF_8), JSON, "").statusCode())
                .isEqualTo(400);
        assertThat(export(Arrays.copyOf(gzip(request(OtlpBodies.rich())), 20), PROTOBUF, "gzip")
                        .statusCode())
                .isEqualTo(400);
        assertThat(spans()).isEmpty();
    }

    @Test
    void endsBombs_whetherPackedOrNot() {
        byte[] large = new byte[17 << 20];
        assertThat(export(large, PROTOBUF, "").statusCode()).isEqualTo(413);
        assertThat(export(gzip(large), PROTOBUF, "gzip").statusCode()).isEqualTo(413);
    }

    @Test
    void boundsAttributes_inBothEncodings() {
        Span.Builder wide = span(1);
        StringBuilder json = new StringBuilder("{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":\""
                + "00000000000000070000000000000002\",\"spanId\":\"0000000000000002\",\"name\":\"wide\","
                + "\"startTimeUnixNano\":\"5\",\"endTimeUnixNano\":\"6\",\"attributes\":[");
        for (int i = 0; i < 100_000; i++) {
            wide.addAttributes(attribute("key" + i, text("v")));
            json.append(i == 0 ? "" : ",").append("{\"key\":\"key").append(i).append("\",\"value\":{\"intValue\":1}}");
        }
        json.append("]}]}]}]}");
        assertThat(export(request(wide.build()), PROTOBUF, "").statusCode()).isEqualTo(200);
        assertThat(export(json.toString().getBytes(StandardCharsets.UTF_8), JSON, "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(spans())
                .hasSize(2)
                .allSatisfy(span -> assertThat(span.attributes().size()).isEqualTo(1_024));
    }

    @Test
    void endsDeepValues() {
        AnyValue deep = text("core");
        for (int i = 0; i < 200; i++) {
            deep = AnyValue.newBuilder()
                    .setArrayValue(ArrayValue.newBuilder().addValues(deep))
                    .build();
        }
        Span span = span(1).addAttributes(attribute("deep", deep)).build();
        assertThat(export(request(span), PROTOBUF, "").statusCode()).isEqualTo(400);
        for (String nest : List.of("[", "{\"resourceSpans\":", "{\"arrayValue\":{\"values\":[")) {
            String before = "{\"resourceSpans\":[{\"resource\":{\"attributes\":[{\"key\":\"k\",\"value\":";
            for (String json : List.of(nest.repeat(300_000), before + nest.repeat(300_000))) {
                assertThat(export(json.getBytes(StandardCharsets.UTF_8), JSON, "")
                                .statusCode())
                        .as(nest)
                        .isEqualTo(400);
            }
        }
    }

    @Test
    void neverFails_whateverComes() {
        Random random = new Random(7);
        byte[] whole = request(OtlpBodies.rich(), span(2).build());
        for (int i = 0; i < 2_000; i++) {
            byte[] body = whole.clone();
            for (int flips = random.nextInt(8) + 1; flips > 0; flips--) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }
            byte[] cut = Arrays.copyOf(body, random.nextInt(4) == 0 ? random.nextInt(body.length) : body.length);
            assertThat(export(cut, PROTOBUF, "").statusCode())
                    .as("body %s", Arrays.toString(cut))
                    .isIn(200, 400);
        }
        assertThat(export(whole, PROTOBUF, "").statusCode()).isEqualTo(200);
    }

    @Test
    void neverFails_whateverJsonComes() {
        Random random = new Random(11);
        String json = new String(
                JournalFile.line(
                        SpanBuilder.span(1, 1).exception("E", "lost", "at").build()),
                StandardCharsets.UTF_8);
        String noise = "{}[]\",:0-.eE\\truefalsn\u0000é";
        for (int i = 0; i < 1_000; i++) {
            StringBuilder body = new StringBuilder(json);
            for (int flips = random.nextInt(6) + 1; flips > 0; flips--) {
                body.setCharAt(random.nextInt(body.length()), noise.charAt(random.nextInt(noise.length())));
            }
            assertThat(export(body.toString().getBytes(StandardCharsets.UTF_8), JSON, "")
                            .statusCode())
                    .as(body.toString())
                    .isIn(200, 400);
        }
    }

    @Test
    void keepsInvalidUtf8_asWhatItCanBe() {
        byte[] body = request(span(1).setName("XXXX").build());
        String latin = new String(body, StandardCharsets.ISO_8859_1);
        byte[] broken = latin.replace("XXXX", "a\u00ff\u00feb").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(export(broken, PROTOBUF, "").statusCode()).isEqualTo(200);
        assertThat(spans()).singleElement().satisfies(span -> assertThat(span.name())
                .isEqualTo("a\ufffd\ufffdb"));
    }

    @Test
    void writesManySpans_inLinesThatAreReadQuickly() throws IOException {
        export(request("studio", OtlpBodies.traces(1, 1_000)), PROTOBUF, "");
        try (var files = Files.walk(journal)) {
            List<Path> written = files.filter(file -> file.toString().endsWith(".jsonl")
                            && !file.toString().contains(".console"))
                    .collect(Collectors.toList());
            assertThat(written).hasSize(1);
            assertThat(Files.readAllLines(written.get(0))).hasSize(16);
        }
        assertThat(spans()).hasSize(1_000);
    }

    private HttpResponse<byte[]> export(byte[] body, String type, String encoding) {
        var request = console.request("/v1/traces").header("Content-Type", type).POST(BodyPublishers.ofByteArray(body));
        if (!encoding.isEmpty()) {
            request.header("Content-Encoding", encoding);
        }
        return console.send(request.build(), BodyHandlers.ofByteArray());
    }

    private List<JournalSpan> spans() {
        return Journal.read(journal).spans();
    }
}
