package dev.narrative.export.langfuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.model.Attributes;
import dev.narrative.model.score.LangfuseScore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreMappingTest {
    private final ScoreMapping mapping = new ScoreMapping(new ProcessFields("staging", null, null, List.of()));

    @Test
    void scoreOfASpan_namesTraceAndObservation() {
        LangfuseScore score =
                mapping.scores(TestSpan.root(7).score("coherence", 0.5)).get(0);

        assertThat(score.traceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(score.observationId()).isEqualTo("0000000000000007");
        assertThat(score.sessionId()).isNull();
        assertThat(score.environment()).isEqualTo("staging");
    }

    @Test
    void scoreGivenLater_isOfTheParent_andOverwritesTheEarlierOne() {
        TestSpan later = TestSpan.child(8, 7).withRemoteParent().with("narrative.score.target", "span");

        LangfuseScore score = mapping.scores(later.score("coherence", 0.75)).get(0);

        assertThat(ScoreMapping.isScoreAlone(later)).isTrue();
        assertThat(score.observationId()).isEqualTo("0000000000000007");
        assertThat(score.id())
                .isEqualTo(mapping.scores(TestSpan.root(7).score("coherence", 0.5))
                        .get(0)
                        .id())
                .isNotEqualTo(mapping.scores(TestSpan.root(7).score("other", 0.5))
                        .get(0)
                        .id());
    }

    @Test
    void scoreOfTraceOrSession_hasThatTargetAlone() {
        LangfuseScore ofTrace = mapping.scores(
                        TestSpan.root(8).with("narrative.score.target", "trace").score("whole", 1))
                .get(0);
        LangfuseScore ofSession = mapping.scores(TestSpan.root(8)
                        .with("narrative.score.target", "session")
                        .with("session.id", "s-1")
                        .score("whole", 1))
                .get(0);

        assertThat(ofTrace.traceId()).isNotNull();
        assertThat(ofTrace.observationId()).isNull();
        assertThat(ofSession.sessionId()).isEqualTo("s-1");
        assertThat(ofSession.traceId()).isNull();
    }

    @Test
    void evaluatorThatScoresItself_isAnObservationToo() {
        assertThat(ScoreMapping.isScoreAlone(TestSpan.root(1).type("evaluator").score("coherence", 1)))
                .isFalse();
        assertThat(mapping.scores(TestSpan.root(1))).isEmpty();
    }

    @Test
    void batch_isWhatIngestionTakes() {
        TestSpan span = TestSpan.root(7)
                .event(
                        "gen_ai.evaluation.result",
                        new Attributes()
                                .put("gen_ai.evaluation.name", "passed")
                                .put("gen_ai.evaluation.score.value", 1.0)
                                .put("gen_ai.evaluation.score.label", "true")
                                .put("gen_ai.evaluation.explanation", "well")
                                .put("narrative.score.type", "boolean")
                                .put("narrative.score.id", "mine"));

        String json = new String(LangfuseScore.batch(mapping.scores(span)), StandardCharsets.UTF_8);

        assertThat(json)
                .startsWith("{\"batch\":[{\"id\":\"")
                .contains("\"type\":\"score-create\",\"timestamp\":\"2023-11-14T22:13:20.001Z\"")
                .contains("\"body\":{\"id\":\"mine\",\"traceId\":\"0af7651916cd43dd8448eb211c80319c\","
                        + "\"observationId\":\"0000000000000007\",\"name\":\"passed\",\"dataType\":\"BOOLEAN\","
                        + "\"value\":1,\"comment\":\"well\",\"environment\":\"staging\"}");
    }
}
