package dev.narrative.testing.agent.methods;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.RecordedEvent;
import dev.narrative.testing.RecordedSpan;
import dev.narrative.testing.Traces;
import dev.narrative.testing.agent.AgentRun;
import dev.narrative.testing.agent.TestedJdks;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

@ParameterizedClass
@ArgumentsSource(TestedJdks.class)
record RulesIT(Path jdk) {
    private static final String PROPERTIES = """
            narrative.trace.place = private P.ShopProgram#place, P.ShopProgram#place(*, String)
            narrative.trace.place.name = Place {0.id} in {this.city}: {return.status}
            narrative.trace.place.capture = 0.customer.name as who, 0.items[1] as second, 0.notes.colour as colour, \
                0.weight as weight, 0.customer as customer, return.status as status
            narrative.trace.place.type = tool
            narrative.trace.place.layer = core
            narrative.trace.place.universe = ceremony
            narrative.trace.place.user = 1
            narrative.trace.place.score = return.coherence as coherence
            narrative.trace.book = P.ShopProgram#book(java.lang.String)
            narrative.trace.book.session = 0
            narrative.trace.audit = P.ShopProgram#audit
            narrative.trace.audit.story = 0.id
            narrative.trace.tick = P.ShopProgram#tick
            narrative.trace.tick.limit = 5/s
            narrative.trace.quick = P.ShopProgram#quick*
            narrative.trace.quick.min = 60s
            narrative.trace.rest = P.ShopProgram#*
            narrative.trace.rest.exclude = P.ShopProgram#att*
            """.replace("P.", "dev.narrative.testing.agent.methods.");

    @TempDir
    private static Path directory;

    private static Traces traces;

    @BeforeParameterizedClassInvocation
    static void run(Path jdk) {
        traces = AgentRun.in(directory)
                .on(jdk)
                .properties(PROPERTIES)
                .program(ShopProgram.class)
                .traces();
    }

    @Test
    void namesAndCaptures_fromTheCall() {
        RecordedSpan place = traces.named("Place o-1 in Oslo: done");

        assertThat(place.attributes())
                .containsEntry("who", "Ada")
                .containsEntry("second", "ink")
                .containsEntry("colour", "blue")
                .containsEntry("weight", "17")
                .containsEntry("customer", "{\"name\":\"Ada\",\"tenant\":\"acme\"}")
                .containsEntry("status", "done");
    }

    @Test
    void marksTheSpan_withTypeLayerAndUniverse() {
        assertThat(traces.named("Place o-1 in Oslo: done").attributes())
                .containsEntry("narrative.rule", "place")
                .containsEntry("narrative.type", "tool")
                .containsEntry("narrative.layer", "core")
                .containsEntry("narrative.universe", "ceremony");
        assertThat(traces.named("ShopProgram.pay").attributes())
                .containsEntry("narrative.type", "span")
                .doesNotContainKey("narrative.layer");
    }

    @Test
    void scores_byAnEvent() {
        assertThat(traces.named("Place o-1 in Oslo: done").events())
                .containsExactly(new RecordedEvent(
                        "gen_ai.evaluation.result",
                        java.util.Map.of(
                                "gen_ai.evaluation.name", "coherence",
                                "gen_ai.evaluation.score.value", "0.75",
                                "narrative.score.type", "numeric")));
    }

    @Test
    void writesSessionAndUser_onEverySpanFromWhereTheyAreKnown() {
        for (String name : List.of(
                "ShopProgram.main",
                "Place o-1 in Oslo: done",
                "ShopProgram.pay",
                "ShopProgram.book",
                "ShopProgram.after",
                "ShopProgram.audit")) {
            assertThat(traces.named(name).attributes())
                    .as(name)
                    .containsEntry("session.id", "s-7")
                    .containsEntry("user.id", "u-9");
        }
        assertThat(traces.named("ShopProgram.main").attribute("narrative.story.id"))
                .isEqualTo("o-1");
        assertThat(traces.named("ShopProgram.before").attribute("session.id")).isNull();
    }

    @Test
    void limitsTheSpans_ofOneSecond() {
        assertThat(traces.allNamed("ShopProgram.tick")).hasSizeBetween(5, 15);
    }

    @Test
    void leavesOutShortCalls_butNotTheirErrorsNorTheTree() {
        assertThat(traces.has("ShopProgram.quick")).isFalse();
        assertThat(traces.named("ShopProgram.quickFailing").status()).isEqualTo("ERROR");
        RecordedSpan inner = traces.named("ShopProgram.inner");
        assertThat(traces.pathTo(inner)).extracting(RecordedSpan::name).startsWith("ShopProgram.main");
    }

    @Test
    void recordsErrors_withTypeMessageAndStack() {
        RecordedSpan failed = traces.named("ShopProgram.fail");

        assertThat(failed.status()).isEqualTo("ERROR");
        assertThat(failed.statusMessage()).isEqualTo("failed: no stock");
        assertThat(failed.attribute("error.type")).isEqualTo("java.lang.IllegalArgumentException");
        assertThat(failed.events()).singleElement().satisfies(event -> {
            assertThat(event.name()).isEqualTo("exception");
            assertThat(event.attributes())
                    .containsEntry("exception.type", "java.lang.IllegalArgumentException")
                    .containsEntry("exception.message", "failed: no stock")
                    .hasEntrySatisfying("exception.stacktrace", stack -> assertThat(stack)
                            .contains("ShopProgram.fail(ShopProgram.java:", "Caused by: java.lang.RuntimeException"));
        });
    }

    @Test
    void keepsOneTrace_forAllOfIt() {
        assertThat(traces.traceIds()).hasSize(1);
        assertThat(traces.roots()).singleElement().satisfies(root -> assertThat(root.name())
                .isEqualTo("ShopProgram.main"));
        assertThat(traces.spans()).noneMatch(span -> span.name().contains("attempt"));
    }
}
