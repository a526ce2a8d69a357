package dev.narrative.testing.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.RecordedEvent;
import dev.narrative.testing.RecordedSpan;
import dev.narrative.testing.TraceFixtures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceCheckTest {
    private static final Scene CHART = Scene.PLAYED.get(1);
    private static final Map<String, String> CALL = Map.of(
            "narrative.type", "generation",
            "gen_ai.request.model", "gpt-4o-mini",
            "gen_ai.response.model", "gpt-4o-mini",
            "gen_ai.usage.input_tokens", "40",
            "narrative.cost.total", "0.00001");

    @Test
    void isContent_withOneWholeTrace() {
        assertThat(problems(spans -> spans)).isEmpty();
    }

    @Test
    void names_whatIsMissing() {
        assertThat(problems(spans -> List.of()))
                .containsExactly("0 traces instead of 1", "chart: no trace begins with it");
        assertThat(problems(spans -> spans.subList(0, 2)))
                .contains("chart: the services are [studio]", "chart: 0 model calls instead of 1");
        assertThat(problems(spans -> List.of(spans.get(0), spans.get(2), spans.get(3), spans.get(4))))
                .contains("chart: \"chart model\" does not lead to the root");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gen_ai.request.model",
                "gen_ai.response.model",
                "gen_ai.usage.input_tokens",
                "narrative.cost.total"
            })
    void names_whatAModelCallDoesNotTell(String attribute) {
        assertThat(problems(spans -> without(spans, 3, attribute)))
                .containsExactly("chart: \"chart 4\" lacks " + attribute);
    }

    @Test
    void names_aStepThatIsMissing() {
        assertThat(problems(spans -> without(spans, 2, "narrative.type")))
                .containsExactly("chart: no span is the tool");
    }

    @Test
    void names_aRequestToTheModel_thatIsSeenAsAnyOther() {
        assertThat(problems(spans -> without(spans, 3, "narrative.type")))
                .containsExactly(
                        "chart: 0 model calls instead of 1",
                        "chart: a request to http://m:1/v1/chat/completions belongs to no model call");
    }

    @Test
    void names_whatHasNoSession() {
        assertThat(problems(spans -> {
                    List<RecordedSpan> changed = new ArrayList<>(spans);
                    changed.set(1, span("2", "1", "studio", "INTERNAL", Map.of()));
                    return changed;
                }))
                .containsExactly("chart: \"chart 2\" lacks the session", "chart: \"chart 2\" lacks the story");
    }

    @Test
    void names_aSecondTraceOfTheSameRequest() {
        assertThat(problems(spans -> {
                    List<RecordedSpan> changed = new ArrayList<>(spans);
                    changed.add(inTrace("other", spans.get(0)));
                    return changed;
                }))
                .contains("2 traces instead of 1");
    }

    private static List<String> problems(UnaryOperator<List<RecordedSpan>> change) {
        Map<String, String> story = Map.of("session.id", Scene.SESSION, "narrative.story.id", Scene.STORY);
        List<RecordedSpan> spans = List.of(
                span("1", "", "studio", "SERVER", with(story, "url.path", CHART.path())),
                span("2", "1", "studio", "CLIENT", with(story, "url.full", "http://localhost:1" + CHART.path())),
                span("3", "2", "analyst", "SERVER", with(story, "narrative.type", "tool")),
                span("4", "3", "analyst", "CLIENT", merged(story, CALL)),
                span("model", "4", "analyst", "CLIENT", with(story, "url.full", "http://m:1/v1/chat/completions")));
        return TraceCheck.problems(TraceFixtures.of(change.apply(spans)), List.of(CHART));
    }

    private static List<RecordedSpan> without(List<RecordedSpan> spans, int index, String attribute) {
        RecordedSpan span = spans.get(index);
        Map<String, String> fewer = new HashMap<>(span.attributes());
        fewer.remove(attribute);
        List<RecordedSpan> changed = new ArrayList<>(spans);
        changed.set(index, span(span.spanId(), span.parentId(), span.service(), span.kind(), fewer));
        return changed;
    }

    private static Map<String, String> merged(Map<String, String> some, Map<String, String> others) {
        Map<String, String> all = new HashMap<>(some);
        all.putAll(others);
        return all;
    }

    private static Map<String, String> with(Map<String, String> attributes, String key, String value) {
        Map<String, String> more = new HashMap<>(attributes);
        more.put(key, value);
        return more;
    }

    private static RecordedSpan span(
            String id, String parent, String service, String kind, Map<String, String> attributes) {
        return new RecordedSpan(
                service,
                "test",
                "trace",
                id,
                parent,
                "chart " + id,
                kind,
                "UNSET",
                "",
                1,
                2,
                attributes,
                List.of(new RecordedEvent("gen_ai.evaluation.result", Map.of())));
    }

    private static RecordedSpan inTrace(String traceId, RecordedSpan span) {
        return new RecordedSpan(
                span.service(),
                span.scope(),
                traceId,
                span.spanId(),
                span.parentId(),
                span.name(),
                span.kind(),
                span.status(),
                span.statusMessage(),
                span.startNanos(),
                span.endNanos(),
                span.attributes(),
                span.events());
    }
}
