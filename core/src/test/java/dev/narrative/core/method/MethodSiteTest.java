package dev.narrative.core.method;

import static org.assertj.core.api.Assertions.assertThat;

import com.shop.Item;
import dev.narrative.boot.Contexts;
import dev.narrative.boot.TracedCall;
import dev.narrative.core.AgentRuntime;
import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.trace.RecordedSpans;
import dev.narrative.core.trace.Sampler;
import dev.narrative.core.trace.Span;
import dev.narrative.core.trace.Tracer;
import dev.narrative.model.SpanKind;
import dev.narrative.model.StatusCode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MethodSiteTest {
    private final RecordedSpans recorded = new RecordedSpans();
    private final Tracer tracer = new Tracer(recorded, Sampler.ALL);

    @BeforeEach
    void start() {
        AgentRuntime.start(tracer, AgentConfig.defaults());
    }

    @AfterEach
    void leaveAll() {
        Contexts.restore(null);
    }

    @Test
    void call_isASpan_namedByClassAndMethod() {
        TracedCall call = enter(Sites.site(ReturnKind.IGNORED));
        assertThat(Span.current()).isSameAs(call);

        call.exit(null);

        assertThat(Span.current()).isNull();
        Span span = recorded.only();
        assertThat(span.name()).isEqualTo("OrderService.place");
        assertThat(span.scope()).isEqualTo("narrative.methods");
        assertThat(span.kind()).isEqualTo(SpanKind.INTERNAL);
        assertThat(RecordedSpans.attributes(span))
                .containsEntry("code.function.name", "com.shop.OrderService.place")
                .containsEntry("narrative.rule", "order")
                .containsEntry("narrative.type", "span")
                .doesNotContainKeys("narrative.layer", "narrative.universe");
    }

    @Test
    void typeLayerAndUniverse_areTheRules() {
        enter(Sites.site(ReturnKind.IGNORED, "type = tool", "layer = core", "universe = ceremony"))
                .exit(null);

        assertThat(RecordedSpans.attributes(recorded.only()))
                .containsEntry("narrative.type", "tool")
                .containsEntry("narrative.layer", "core")
                .containsEntry("narrative.universe", "ceremony");
    }

    @Test
    void callWithinACall_isItsChild() {
        MethodSite site = Sites.site(ReturnKind.IGNORED);
        TracedCall outer = enter(site);
        TracedCall inner = enter(site);
        inner.exit(null);
        outer.exit(null);

        assertThat(recorded.all()).hasSize(2);
        assertThat(recorded.all().get(0).parentSpanId())
                .isEqualTo(recorded.all().get(1).spanId());
    }

    @Test
    void valuesOfEntryAndEnd_areCaptured() {
        MethodSite site = Sites.site(
                ReturnKind.VALUE,
                "name = Place {0.sku}",
                "capture = 0.sku as sku, 0.count as count, return.sku as placed, this.sku as shop");

        Object returned = enter(site, new Item("shop", 0), new Item("fox", 2)).exit(new Item("ok", 1), null);

        assertThat(returned).isEqualTo(new Item("ok", 1));
        assertThat(recorded.only().name()).isEqualTo("Place fox");
        assertThat(RecordedSpans.attributes(recorded.only()))
                .containsEntry("sku", "fox")
                .containsEntry("count", 2L)
                .containsEntry("placed", "ok")
                .containsEntry("shop", "shop");
    }

    @Test
    void name_mayNeedTheOutcome() {
        MethodSite site = Sites.site(ReturnKind.VALUE, "name = Place {0.sku}: {return.sku}{error.message}");

        TracedCall call = enter(site, null, new Item("fox", 2));
        assertThat(((Span) call).name()).isEqualTo("OrderService.place");
        call.exit(new Item("ok", 1), null);
        enter(site, null, new Item("hen", 2)).exit(null, new IllegalStateException("sold out"));

        assertThat(recorded.all()).extracting(Span::name).containsExactly("Place fox: ok?", "Place hen: ?sold out");
    }

    @Test
    void error_isRecordedAndCaptured() {
        enter(Sites.site(ReturnKind.VALUE, "capture = error.message as why"))
                .exit(new IllegalStateException("sold out"));

        Span span = recorded.only();
        assertThat(span.status()).isEqualTo(StatusCode.ERROR);
        assertThat(span.statusMessage()).isEqualTo("sold out");
        assertThat(span.events()).hasSize(1);
        assertThat(RecordedSpans.attributes(span)).containsEntry("why", "sold out");
        assertThat(Span.current()).isNull();
    }

    @Test
    void session_isReadFromAnArgument_andStandsOnEverySpan() {
        Span request = tracer.start("request", SpanKind.SERVER, "test");
        request.enter();
        enter(
                        Sites.site(ReturnKind.VALUE, "session = 0.sku", "story = return.sku", "user = 1"),
                        null,
                        new Item("s-1", 2),
                        "ada")
                .exit(new Item("the fox", 1), null);
        request.exit(null);

        assertThat(recorded.all()).hasSize(2).allSatisfy(span -> assertThat(RecordedSpans.attributes(span))
                .containsEntry("session.id", "s-1")
                .containsEntry("narrative.story.id", "the fox")
                .containsEntry("user.id", "ada"));
    }

    @Test
    void score_isAnEvent() {
        enter(Sites.site(ReturnKind.VALUE, "score = return.count as coherence")).exit(new Item("fox", 3), null);

        assertThat(recorded.only().events()).hasSize(1);
        assertThat(RecordedSpans.attributes(recorded.only().events().get(0).attributes()))
                .isEqualTo(Map.of(
                        "gen_ai.evaluation.name", "coherence",
                        "gen_ai.evaluation.score.value", 3.0,
                        "narrative.score.type", "numeric"));
    }

    @Test
    void secrets_areMasked() {
        enter(Sites.site(ReturnKind.IGNORED, "name = Call {0}", "capture = 0 as request"), null, "password=hunter2")
                .exit(null);

        assertThat(recorded.only().name()).doesNotContain("hunter2");
        assertThat(RecordedSpans.attributes(recorded.only()).get("request"))
                .asString()
                .contains("***")
                .doesNotContain("hunter2");
    }

    @Test
    void secrets_areKnownByWhatTheRuleCallsThem() {
        enter(Sites.site(ReturnKind.IGNORED, "name = Login token={0}", "capture = 0 as user.password"), null, "hunter2")
                .exit(null);

        assertThat(recorded.only().name()).isEqualTo("Login token=***");
        assertThat(RecordedSpans.attributes(recorded.only())).containsEntry("user.password", "***");
    }

    @Test
    void usersOwnPatterns_areMasked_fromWhenTheyAreConfigured() {
        MethodSite site = Sites.site(ReturnKind.IGNORED, "capture = 0 as request");
        try {
            AgentRuntime.reconfigure(AgentConfig.of(Map.of("narrative.masking.patterns", "ORD-[0-9]+")));
            enter(site, null, "buy ORD-17").exit(null);
        } finally {
            AgentRuntime.reconfigure(AgentConfig.defaults());
        }

        assertThat(RecordedSpans.attributes(recorded.only())).containsEntry("request", "buy ***");
    }

    @Test
    void callsAboveTheLimit_areNotTraced() {
        MethodSite site = Sites.site(ReturnKind.IGNORED, "limit = 2/s");
        int traced = 0;
        long start = System.nanoTime();
        for (int i = 0; i < 50; i++) {
            TracedCall call = site.enter(null, null);
            if (call != null) {
                call.exit(null);
                traced++;
            }
        }

        long seconds = (System.nanoTime() - start) / 1_000_000_000L + 2;
        assertThat(traced).isBetween(2, (int) (2 * seconds));
        assertThat(recorded.all()).hasSize(traced);
    }

    @Test
    void shortCalls_leaveNoSpan_unlessTheyFail() {
        MethodSite site = Sites.site(ReturnKind.IGNORED, "min = 1h");
        enter(site).exit(null);
        enter(site).exit(new IllegalStateException("sold out"));

        assertThat(recorded.only().status()).isEqualTo(StatusCode.ERROR);
    }

    @Test
    void ruleThatIsAlwaysOn_isKept_whateverTheSamplerSays() {
        tracer.sampleBy(Sampler.of("parentbased_always_off", 0));
        enter(Sites.site(ReturnKind.IGNORED)).exit(null);
        assertThat(recorded.all()).isEmpty();

        enter(Sites.site(ReturnKind.IGNORED, "sample = always")).exit(null);

        assertThat(recorded.all()).hasSize(1);
    }

    @Test
    void missingArguments_areNoMatter() {
        MethodSite site = Sites.site(ReturnKind.VALUE, "name = Place {0.sku}", "capture = 3.sku as sku", "session = 0");

        Objects.requireNonNull(site.enter(null, null)).exit(null, null);
        enter(site, null, (Object) null).exit(null, null);

        assertThat(recorded.all()).extracting(Span::name).isEqualTo(List.of("Place ?", "Place ?"));
    }

    private static TracedCall enter(MethodSite site) {
        return Objects.requireNonNull(site.enter(null, null));
    }

    private static TracedCall enter(MethodSite site, @Nullable Object self, @Nullable Object... arguments) {
        return Objects.requireNonNull(site.enter(self, arguments));
    }
}
