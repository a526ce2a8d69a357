package dev.narrative.instrumentation.llm.framework;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.trace.Correlation;
import dev.narrative.core.trace.Span;
import dev.narrative.instrumentation.llm.EndedSpans;
import dev.narrative.model.StatusCode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FrameworkSpanTest {
    private static final String SCOPE = "narrative.some";

    @Test
    void saysWhatKindOfStepItIs() {
        EndedSpans ended = keeping("none");
        FrameworkSpan.begin(SCOPE, Step.AGENT, "Assistant.ask").exit(null);

        Span span = ended.all().get(0);
        assertThat(span.name()).isEqualTo("invoke_agent Assistant.ask");
        assertThat(span.scope()).isEqualTo(SCOPE);
        assertThat(EndedSpans.attributes(span))
                .containsEntry("narrative.type", "agent")
                .containsEntry("gen_ai.operation.name", "invoke_agent")
                .containsEntry("gen_ai.agent.name", "Assistant");
    }

    @Test
    void keepsNothing_whereContentsAreNotKept() {
        keeping("none");
        FrameworkSpan span = FrameworkSpan.begin(SCOPE, Step.TOOL, "weather");
        span.input("a").output("b").content("some.text", "c").exit(null);

        assertThat(span.keepsContent()).isFalse();
        assertThat(EndedSpans.attributes(span))
                .containsEntry("gen_ai.tool.name", "weather")
                .doesNotContainKeys("narrative.input", "narrative.output", "some.text");
    }

    @Test
    void takesSecretsOut_unlessContentsAreKeptAsTheyAre() {
        keeping("masked");
        assertThat(inputOf(List.of("jane@example.com", 1))).isEqualTo("[\"***\",1]");

        keeping("full");
        assertThat(inputOf(List.of("jane@example.com", 1))).isEqualTo("[\"jane@example.com\",1]");
    }

    @Test
    void keepsNoMoreThanTheRuleAllows() {
        EndedSpans.start(
                AgentConfig.of(Map.of("narrative.llm.content", "full", "narrative.llm.message-max-size", "100")));

        assertThat(inputOf("x".repeat(1_000))).hasSize(100);
    }

    @Test
    void namesTheConversation_andTheSessionWhereNoneIsKnown() {
        keeping("none");
        FrameworkSpan outer = FrameworkSpan.begin(SCOPE, Step.WORKFLOW, "story");
        FrameworkSpan inner = FrameworkSpan.begin(SCOPE, Step.AGENT, "Assistant");
        inner.conversation(42);
        inner.exit(null);
        outer.exit(null);

        assertThat(EndedSpans.attributes(inner)).containsEntry("gen_ai.conversation.id", "42");
        assertThat(outer.correlation().session()).isEqualTo("42");
    }

    @Test
    void leavesASessionThatIsKnown() {
        keeping("none");
        FrameworkSpan span = FrameworkSpan.begin(SCOPE, Step.AGENT, "Assistant");
        span.correlate(new Correlation("known", null, null, null));
        span.conversation("other");
        span.exit(null);

        assertThat(span.correlation().session()).isEqualTo("known");
    }

    @Test
    void goesOn_whileItIsHeld() {
        EndedSpans ended = keeping("none");
        FrameworkSpan span = FrameworkSpan.begin(SCOPE, Step.AGENT, "Assistant");
        span.hold();
        span.exit(null);

        assertThat(Span.current()).isNull();
        assertThat(ended.all()).isEmpty();
        span.release();
        assertThat(ended.all()).containsExactly(span);
    }

    @Test
    void isKnownByItsUsualName_whenItWasGivenAnother() {
        EndedSpans ended = keeping("none");
        FrameworkSpan span =
                FrameworkSpan.begin(SCOPE, Step.AGENT, "dr. watson").alsoKnownAs("Assistant.ask");

        assertThat(FrameworkSpan.isCurrent(Step.AGENT, "dr. watson")).isTrue();
        assertThat(FrameworkSpan.isCurrent(Step.AGENT, "Assistant.ask")).isTrue();
        assertThat(FrameworkSpan.isCurrent(Step.AGENT, "Assistant.tell")).isFalse();
        assertThat(FrameworkSpan.isCurrent(Step.TOOL, "Assistant.ask")).isFalse();
        span.exit(null);

        assertThat(ended.all().get(0).name()).isEqualTo("invoke_agent dr. watson");
        assertThat(EndedSpans.attributes(span)).containsEntry("gen_ai.agent.name", "dr. watson");
    }

    @Test
    void knowsAMethodWithinIt() {
        keeping("none");
        FrameworkSpan span = FrameworkSpan.begin(SCOPE, Step.TOOL, "weather");

        assertThat(FrameworkSpan.isCurrent(Step.TOOL, "weather")).isTrue();
        assertThat(FrameworkSpan.isCurrent(Step.TOOL, "forecast")).isFalse();
        assertThat(FrameworkSpan.current(Step.AGENT)).isNull();
        span.exit(new IllegalStateException("no weather"));
        assertThat(FrameworkSpan.isCurrent(Step.TOOL, "weather")).isFalse();
        assertThat(span.status()).isEqualTo(StatusCode.ERROR);
    }

    private static String inputOf(Object value) {
        FrameworkSpan span = FrameworkSpan.begin(SCOPE, Step.NODE, "draft");
        span.input(value).exit(null);
        return String.valueOf(EndedSpans.attributes(span).get("narrative.input"));
    }

    private static EndedSpans keeping(String contents) {
        return EndedSpans.start(AgentConfig.of(Map.of("narrative.llm.content", contents)));
    }
}
