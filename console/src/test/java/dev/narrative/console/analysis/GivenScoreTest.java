package dev.narrative.console.analysis;

import static dev.narrative.console.SpanBuilder.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.narrative.model.AttributeNames;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.score.Score;
import dev.narrative.model.score.ScoreEvents;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GivenScoreTest {
    @Test
    void ofRepeats_theLastCounts() {
        JournalSpan judged = span(1, 1).name("write").build();
        List<GivenScore> scores = GivenScore.of(List.of(
                judged,
                score(2, 1, "span", Score.numeric("coherence", 0.9), 20),
                score(3, 1, "span", Score.numeric("coherence", 0.2), 10)));

        assertThat(scores).hasSize(1);
        assertThat(scores.get(0).value()).isEqualTo("0.9");
        assertThat(scores.get(0).spanName()).isEqualTo("write");
        assertThat(scores.get(0).span()).isEqualTo(1);
    }

    @Test
    void idsAndTargets_tellScoresApart() {
        List<GivenScore> scores = GivenScore.of(List.of(
                score(2, 0, "trace", Score.flag("passed", true), 1),
                score(3, 0, "session", Score.flag("passed", false), 2),
                score(4, 0, "trace", Score.flag("passed", true).withId("mine"), 3),
                score(5, 0, "trace", Score.text("remark", "fine").withId("mine"), 4)));

        assertThat(scores)
                .extracting(given -> given.score().name(), GivenScore::target, GivenScore::value)
                .containsExactly(
                        tuple("passed", "trace", "true"),
                        tuple("passed", "session", "false"),
                        tuple("remark", "trace", "fine"));
    }

    private static JournalSpan score(long id, long parent, String target, Score score, long at) {
        return span(1, id)
                .parent(parent)
                .with(AttributeNames.SCORE_TARGET, target)
                .with(ScoreEvents.of(score, at))
                .build();
    }
}
