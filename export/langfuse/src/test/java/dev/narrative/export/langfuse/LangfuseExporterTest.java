package dev.narrative.export.langfuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.export.DestinationCounters;
import dev.narrative.core.export.ExporterSetup;
import dev.narrative.core.export.SpanExporter;
import dev.narrative.model.Attributes;
import dev.narrative.model.Resource;
import dev.narrative.model.SpanData;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LangfuseExporterTest {
    private static final long LONG_MILLIS = 20_000;

    private final FakeServer server = new FakeServer();
    private final DestinationCounters counters = new DestinationCounters();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void observationsAndScores_goToTheirOwnEndpoints() throws Exception {
        export(
                Map.of(),
                TestSpan.root(1).score("coherence", 0.5),
                TestSpan.child(2, 1)
                        .withRemoteParent()
                        .with("narrative.score.target", "span")
                        .score("coherence", 0.75));

        assertThat(spans()).extracting(span -> span.getSpanId().byteAt(7)).containsExactly((byte) 1);
        assertThat(server.scores()).hasSize(1);
        assertThat(new String(server.scores().get(0), StandardCharsets.UTF_8))
                .contains("\"value\":0.5", "\"value\":0.75");
        assertThat(counters.taken()).as("a span and two scores").isEqualTo(3);
        assertThat(counters.sent()).isEqualTo(3);
    }

    @Test
    void spansThatAreLeftOut_countAsNeverMeant() throws Exception {
        export(
                Map.of("narrative.langfuse.spans", "llm"),
                TestSpan.child(2, 1).type("generation"),
                TestSpan.child(3, 1),
                TestSpan.root(1));

        assertThat(spans()).hasSize(2);
        assertThat(counters.taken()).isEqualTo(2);
        assertThat(counters.sent()).isEqualTo(2);
    }

    @Test
    void largeBatch_isSplit_andALargeSpanIsCut() throws Exception {
        List<SpanData> batch = new ArrayList<>();
        for (int i = 1; i < 6; i++) {
            batch.add(TestSpan.child(i + 1, 1).with("narrative.input", "x".repeat(1_500_000)));
        }
        batch.add(TestSpan.child(9, 1).with("narrative.output", "\u00e4".repeat(6_000_000)));

        export(Map.of(), batch.toArray(SpanData[]::new));

        assertThat(spans()).hasSize(6);
        assertThat(server.traces()).hasSizeGreaterThan(2).allMatch(body -> body.length <= TraceRequests.LARGEST);
        Span cut = spans().stream()
                .filter(span -> span.getSpanId().byteAt(7) == 9)
                .findFirst()
                .orElseThrow();
        assertThat(attributes(cut))
                .containsKey("langfuse.observation.metadata.narrative.truncated")
                .hasEntrySatisfying("langfuse.observation.output", text -> assertThat(text)
                        .endsWith("[cut from 6000000 characters]"));
    }

    @Test
    void firstSpanWithoutContent_showsWhatItsTraceWasAskedAndAnswered() throws Exception {
        export(
                Map.of(),
                TestSpan.child(2, 1).with("narrative.input", "question").with("narrative.output", "answer"),
                TestSpan.root(1));

        Span root = spans().get(1);
        assertThat(attributes(root))
                .containsEntry("langfuse.observation.input", "question")
                .containsEntry("langfuse.observation.output", "answer");
    }

    @Test
    void resource_namesNoEnvironment_sinceEachSpanDoes() throws Exception {
        export(Map.of(), TestSpan.root(1));

        ExportTraceServiceRequest request =
                ExportTraceServiceRequest.parseFrom(server.traces().get(0));
        assertThat(request.getResourceSpans(0).getResource().getAttributesList())
                .extracting(KeyValue::getKey)
                .containsExactly("service.name");
        assertThat(attributes(spans().get(0))).containsEntry("langfuse.environment", "eu-prod");
    }

    @Test
    void missingKey_isToldByName() {
        assertThatThrownBy(() -> open(AgentConfig.of(Map.of("narrative.langfuse.public-key", "pk"))))
                .isInstanceOf(IOException.class)
                .hasMessage("narrative.langfuse.secret-key (or LANGFUSE_SECRET_KEY) is missing");
    }

    private void export(Map<String, String> settings, SpanData... spans) throws IOException {
        Map<String, String> all = new HashMap<>(settings);
        all.put("narrative.langfuse.host", server.url());
        all.put("narrative.langfuse.public-key", "pk");
        all.put("narrative.langfuse.secret-key", "sk");
        all.put("narrative.spool.max-size", "0");
        SpanExporter exporter = open(AgentConfig.of(all));
        counters.countTaken(spans.length);
        exporter.export(List.of(spans));
        exporter.flush(LONG_MILLIS);
        exporter.close();
    }

    private SpanExporter open(AgentConfig config) throws IOException {
        Attributes attributes =
                new Attributes().put("service.name", "shop").put("deployment.environment.name", "EU Prod");
        return new LangfuseExporterProvider()
                .create(new ExporterSetup(config, new Resource("shop", attributes), List::of, 0, counters));
    }

    private List<Span> spans() throws IOException {
        List<Span> all = new ArrayList<>();
        for (byte[] body : server.traces()) {
            ExportTraceServiceRequest.parseFrom(body)
                    .getResourceSpansList()
                    .forEach(resource ->
                            resource.getScopeSpansList().forEach(scope -> all.addAll(scope.getSpansList())));
        }
        return all;
    }

    private static Map<String, String> attributes(Span span) {
        Map<String, String> attributes = new HashMap<>();
        span.getAttributesList()
                .forEach(one -> attributes.put(one.getKey(), one.getValue().getStringValue()));
        return attributes;
    }
}
