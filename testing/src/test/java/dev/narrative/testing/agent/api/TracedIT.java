package dev.narrative.testing.agent.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.JvmResult;
import dev.narrative.testing.RecordedSpan;
import dev.narrative.testing.Traces;
import dev.narrative.testing.agent.AgentRun;
import dev.narrative.testing.agent.TestedJdks;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Annotated methods, with no line about them in the properties file but for one. */
@ParameterizedClass
@ArgumentsSource(TestedJdks.class)
record TracedIT(Path jdk) {
    private static final String PROPERTIES = """
            narrative.trace.both = dev.narrative.testing.agent.api.TracedProgram$Shop#both
            narrative.trace.both.name = by rule
            """;

    @TempDir
    private static Path directory;

    private static JvmResult plain;
    private static JvmResult result;
    private static Traces traces;

    @BeforeParameterizedClassInvocation
    static void run(Path jdk) {
        plain = ApiRun.in(directory).on(jdk).program(TracedProgram.class).run();
        AgentRun run = ApiRun.in(directory).on(jdk).properties(PROPERTIES).program(TracedProgram.class);
        result = run.jvm().run().ok();
        traces = Traces.read(run.journal());
    }

    @Test
    void changesNothing_thatTheProgramDoes() {
        assertThat(result.stdout()).isEqualTo(plain.stdout());
    }

    @Test
    void namesMarksAndCaptures_asTheAnnotationSays() {
        assertThat(traces.named("Place o-1: placed").attributes())
                .containsEntry("narrative.type", "tool")
                .containsEntry("narrative.layer", "core")
                .containsEntry("narrative.universe", "story")
                .containsEntry("narrative.rule", "@Traced")
                .containsEntry("customer", "Ada")
                .containsEntry("order.id", "o-1")
                .containsEntry("narrative.output", "placed")
                .containsEntry("code.function.name", "dev.narrative.testing.agent.api.TracedProgram$Shop.place");
    }

    @Test
    void takesSessionStoryAndUser_fromTheArguments() {
        for (String name : new String[] {"Place o-1: placed", "TracedProgram$Shop.inner"}) {
            assertThat(traces.named(name).attributes())
                    .containsEntry("session.id", "s-7")
                    .containsEntry("narrative.story.id", "st-3")
                    .containsEntry("user.id", "u-9");
        }
    }

    @Test
    void lowerAnnotation_goesBeforeTheClass() {
        assertThat(traces.named("TracedProgram$Shop.inner").attributes())
                .containsEntry("narrative.layer", "persistence")
                .containsEntry("narrative.universe", "engineer");
        traces.assertParent("TracedProgram$Shop.inner", "Place o-1: placed");
    }

    @Test
    void annotatedClass_tracesItsPublicMethods_butNoAccessors() {
        assertThat(traces.has("TracedProgram$Shop.helper")).isTrue();
        assertThat(traces.allNamed("TracedProgram$Shop.ofStatic"))
                .extracting(span -> span.attribute("id"))
                .containsExactly("o-2", "o-3");
        assertThat(traces.has("TracedProgram$Shop.getName")).isFalse();
        assertThat(traces.has("TracedProgram$Shop.toString")).isFalse();
        assertThat(traces.has("TracedProgram$Shop.secret")).isFalse();
    }

    @Test
    void inheritedAndImplementedMethods_areNotTraced() {
        assertThat(traces.spans()).extracting(RecordedSpan::name).noneMatch(name -> name.contains("inherited"));
        assertThat(traces.spans()).extracting(RecordedSpan::name).noneMatch(name -> name.contains("offered"));
    }

    @Test
    void resultsThatComeLater_areWaitedFor() {
        RecordedSpan later = traces.named("TracedProgram$Shop.later");
        RecordedSpan meanwhile = traces.allNamed("TracedProgram$Shop.ofStatic").get(1);

        assertThat(later.endNanos()).isGreaterThanOrEqualTo(meanwhile.endNanos());
        assertThat(traces.named("TracedProgram$Shop.mono").attribute("value")).isEqualTo("value");
    }

    @Test
    void rule_goesBeforeTheAnnotation_whichSaysTheRest() {
        assertThat(traces.has("by annotation")).isFalse();
        assertThat(traces.named("by rule").attributes())
                .containsEntry("narrative.rule", "both")
                .containsEntry("narrative.type", "agent")
                .containsEntry("narrative.layer", "core")
                .containsEntry("given", "given");
    }

    @Test
    void errors_areRecorded() {
        assertThat(traces.named("TracedProgram$Shop.failing").statusMessage()).isEqualTo("failed");
    }

    @Test
    void whatIsWrong_isSaidOnce_andDisablesOnlyItself() {
        assertThat(traces.has("TracedProgram$Shop.wrong")).isTrue();
        assertThat(AgentRun.said(result))
                .containsExactlyInAnyOrder(
                        "WARN dev.narrative.testing.agent.api.TracedProgram$Shop#wrong: @Traced.name = Unclosed {0 is"
                                + " ignored: it has a { without its }",
                        "WARN dev.narrative.testing.agent.api.TracedProgram$Shop#wrong: @Traced.capture keeps nothing"
                                + " by 'nonsense': it must be written as: path as name");
    }

    @Test
    void switchedOff_tracesNothing() {
        AgentRun run = ApiRun.in(directory)
                .on(jdk)
                .properties("narrative.instrumentation.narrative-api.enabled = false")
                .program(TracedProgram.class);

        assertThat(run.run().stdout()).isEqualTo(plain.stdout());
        assertThat(Traces.read(run.journal()).spans()).isEmpty();
    }
}
