package dev.narrative.core.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.trace.Correlation;
import dev.narrative.core.trace.RemoteParent;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractTest {
    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final Propagation propagation = new Propagation(AgentConfig.defaults());

    @Test
    void readsTheParent_andWhomTheStoryBelongsTo() {
        RemoteParent parent = propagation.extract(new FakeHeaders()
                .with("Traceparent", PARENT)
                .with("tracestate", "vendor=1")
                .with("tracestate", "other=2")
                .with("baggage", "tenant=7")
                .with("x-session-id", "s-1")
                .with("X-Story-Id", "the fox")
                .with("X-Narrative-Trace-Id", "chapter-9"));

        assertThat(parent)
                .isEqualTo(new RemoteParent(
                        0x0af7651916cd43ddL,
                        0x8448eb211c80319cL,
                        0xb7ad6b7169203331L,
                        true,
                        "vendor=1,other=2",
                        "tenant=7",
                        new Correlation("s-1", "the fox", null, "chapter-9")));
    }

    @Test
    void keepsTheParentsDecision_notToSample() {
        RemoteParent parent =
                propagation.extract(new FakeHeaders().with("traceparent", PARENT.replaceAll("01$", "00")));

        assertThat(parent.sampled()).isFalse();
    }

    @Test
    void toleratesLaterVersions_withMoreFields() {
        assertThat(propagation
                        .extract(new FakeHeaders().with("traceparent", PARENT.replaceAll("^00", "cc") + "-what"))
                        .spanId())
                .isEqualTo(0xb7ad6b7169203331L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
                "cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01.more",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b716920333-001",
                "0g-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c\u0000b7ad6b7169203331-01"
            })
    void startsAnew_whenTheParentIsMalformed(String malformed) {
        assertThat(propagation.extract(
                        new FakeHeaders().with("traceparent", malformed).with("tracestate", "vendor=1")))
                .isEqualTo(RemoteParent.NONE);
    }

    @Test
    void startsAnew_whenTwoParentsDiffer() {
        FakeHeaders headers = new FakeHeaders()
                .with("traceparent", PARENT)
                .with("traceparent", PARENT.replace("b7ad6b7169203331", "b7ad6b7169203332"));

        assertThat(propagation.extract(headers)).isEqualTo(RemoteParent.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0af7651916cd43dd8448eb211c80319c",
                "0AF7651916CD43DD8448EB211C80319C",
                "0af76519-16cd-43dd-8448-eb211c80319c"
            })
    void sharesTheTraceId_whenOnlyANarrativeTraceIdComes(String id) {
        RemoteParent parent = propagation.extract(new FakeHeaders().with("X-Narrative-Trace-Id", id));

        assertThat(parent)
                .isEqualTo(new RemoteParent(
                        0x0af7651916cd43ddL, 0x8448eb211c80319cL, 0, true, null, null, Correlation.NONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"chapter-9", "00000000000000000000000000000000", "0af7651916cd43dd8448eb211c80319"})
    void keepsANarrativeTraceId_ofAnotherForm(String id) {
        RemoteParent parent = propagation.extract(new FakeHeaders().with("X-Narrative-Trace-Id", id));

        assertThat(parent.traceIdLow()).isZero();
        assertThat(parent.correlation().narrativeTraceId()).isEqualTo(id);
    }

    @Test
    void passesOverHostileHeaders() {
        FakeHeaders headers = new FakeHeaders()
                .with("traceparent", "0".repeat(100_000))
                .with("baggage", "k=" + "v".repeat(100_000))
                .with("X-Session-Id", "s".repeat(201))
                .with("X-Story-Id", "a\r\nSet-Cookie: b")
                .with("X-Narrative-Trace-Id", "é");

        assertThat(propagation.extract(headers)).isEqualTo(RemoteParent.NONE);
    }

    @Test
    void takesTheFirst_whenASessionComesTwice() {
        FakeHeaders headers = new FakeHeaders().with("X-Session-Id", "first").with("X-Session-Id", "second");

        assertThat(propagation.extract(headers).correlation().session()).isEqualTo("first");
    }

    @Test
    void readsOnlyWhatTheConfigurationAsksFor() {
        FakeHeaders headers = new FakeHeaders()
                .with("traceparent", PARENT)
                .with("baggage", "tenant=7")
                .with("X-Session-Id", "s-1");

        Propagation only = new Propagation(AgentConfig.of(Map.of("narrative.propagators", "narrative")));
        assertThat(only.extract(headers))
                .isEqualTo(new RemoteParent(0, 0, 0, true, null, null, new Correlation("s-1", null, null, null)));
    }
}
