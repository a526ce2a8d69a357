package dev.narrative.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The API without the agent. */
final class NarrativeTest {
    @Test
    void isNotActive() {
        assertThat(Narrative.isActive()).isFalse();
    }

    @Test
    void spans_areAllTheSameOne_whichKnowsNothing() {
        try (OpenSpan story = Narrative.start("session", "story");
                OpenSpan span = Narrative.span("span");
                Generation generation = Narrative.generation("generation")) {
            assertThat(story).isSameAs(span).isSameAs(generation).isSameAs(Narrative.current());
            assertThat(story.span("within")).isSameAs(story);
            assertThat(story.generation("within")).isSameAs(story);
            assertThat(story.traceId()).isNull();
            assertThat(story.spanId()).isNull();
            assertThat(story.narrativeTraceId()).isNull();
            assertThat(story.sessionId()).isNull();
            assertThat(story.storyId()).isNull();
            assertThat(story.userId()).isNull();
        }
        assertThat(Narrative.start("session")).isSameAs(Narrative.current());
    }

    @Test
    void everyCall_doesNothing() {
        assertThatCode(() -> {
                    try (Generation span = Narrative.generation("generation")) {
                        say(span);
                        span.name("name");
                        span.type(SpanType.AGENT);
                        span.layer(Layer.API);
                        span.universe(Universe.STORY);
                        span.input("input");
                        span.output("output");
                        span.fail(new IllegalStateException());
                        span.fail("message");
                        span.model("openai", "gpt-5-mini");
                        span.responseModel("gpt-5-mini");
                        span.parameter("temperature", 1);
                        span.usage(Usage.of(1, 2));
                        span.cost(1, 2);
                        span.firstToken();
                        span.finishReason("stop");
                        span.detach();
                        span.end();
                    }
                    Score late = Score.of("late", 1);
                    Narrative.scoreSpan("trace", "span", late);
                    Narrative.scoreTrace("trace", late);
                    Narrative.scoreSession("session", late);
                })
                .doesNotThrowAnyException();
    }

    private static void say(TraceSpan span) {
        span.session("session");
        span.story("story");
        span.user("user");
        span.attribute("key", "value");
        span.tags("one", "two");
        span.prompt("prompt", 1);
        span.log("event");
        span.log("event", Map.of("key", 1));
        span.score("number", 1);
        span.score("name", "good");
        span.score("flag", true);
        span.artifact("name", "text/plain", 1, null, "https://example.org/");
        span.artifact("name", "text/plain", new byte[1]);
        span.artifact("name", "text/plain", Path.of("none"));
    }

    @Test
    void headers_areEmpty_andContinuingBeginsNothing() {
        assertThat(Narrative.headers()).isEmpty();
        assertThat(Narrative.continueFrom(Map.of("traceparent", "any"))).isSameAs(Narrative.current());
        assertThat(Narrative.continueFrom(name -> null)).isSameAs(Narrative.current());
    }

    @Test
    void wrap_givesTheTaskItself() {
        Runnable run = () -> {};
        Callable<String> call = () -> "called";
        Supplier<String> supplier = () -> "supplied";
        Function<String, String> function = text -> text;

        assertThat(Narrative.wrap(run)).isSameAs(run);
        assertThat(Narrative.wrapCallable(call)).isSameAs(call);
        assertThat(Narrative.wrapSupplier(supplier)).isSameAs(supplier);
        assertThat(Narrative.wrapFunction(function)).isSameAs(function);
    }

    @Test
    void score_keepsWhatItIsMadeOf() {
        Score score = Score.text("remark", "well done").because("it flows").withId("r-1");

        assertThat(score.name()).isEqualTo("remark");
        assertThat(score.kind()).isEqualTo(Score.Kind.TEXT);
        assertThat(score.value()).isEqualTo("well done");
        assertThat(score.comment()).isEqualTo("it flows");
        assertThat(score.id()).isEqualTo("r-1");
        assertThat(Score.of("n", 0.5).kind()).isEqualTo(Score.Kind.NUMERIC);
        assertThat(Score.of("b", true).kind()).isEqualTo(Score.Kind.BOOLEAN);
        assertThat(Score.of("c", "good").kind()).isEqualTo(Score.Kind.CATEGORICAL);
    }

    @Test
    void usageOfTotals_hasBucketsThatShareNone() {
        assertThat(Usage.ofTotals(1_000, 200, 300, 50)).isEqualTo(new Usage(800, 200, 0, 250, 50));
    }
}
