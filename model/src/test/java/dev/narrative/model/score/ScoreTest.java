package dev.narrative.model.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.narrative.model.Attributes;
import dev.narrative.model.SpanEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreTest {
    @Test
    void everyType_survivesItsEvent() {
        for (Score score : new Score[] {
            Score.numeric("coherence", -0.5),
            Score.categorical("verdict", "good"),
            Score.flag("passed", false).withId("mine"),
            Score.text("review", "1").withComment("short")
        }) {
            assertThat(ScoreEvents.read(ScoreEvents.of(score, 1))).isEqualTo(score);
        }
    }

    @Test
    void event_hasNumberAndLabel_asOthersReadThem() {
        Attributes details = ScoreEvents.of(Score.flag("passed", true), 1).attributes();
        assertThat(details.get("gen_ai.evaluation.score.value")).isEqualTo(1.0);
        assertThat(details.get("gen_ai.evaluation.score.label")).isEqualTo("true");
        assertThat(details.get("narrative.score.type")).isEqualTo("boolean");
    }

    @Test
    void eventOfOthers_isReadByWhatItHas() {
        assertThat(ScoreEvents.read(event("score.label", "good"))).isEqualTo(Score.categorical("q", "good"));
        assertThat(ScoreEvents.read(new SpanEvent(
                        "gen_ai.evaluation.result", 1, new Attributes().put("gen_ai.evaluation.name", "q"))))
                .isNull();
        assertThat(ScoreEvents.read(new SpanEvent("exception", 1, new Attributes())))
                .isNull();
    }

    @Test
    void texts_areMaskedAndBounded() {
        Score score =
                Score.text("review", "mail a@example.com " + "x".repeat(600)).withComment("token=abcdefgh1234");

        assertThat(score.value().plain().toString()).hasSize(500).doesNotContain("a@example.com");
        assertThat(score.comment()).doesNotContain("abcdefgh1234");
    }

    @Test
    void values_thatCannotBe_areRefused() {
        assertThatThrownBy(() -> Score.numeric("n", Double.NaN)).hasMessageContaining("finite");
        assertThatThrownBy(() -> Score.text("n", " ")).hasMessageContaining("empty");
        assertThatThrownBy(() -> Score.numeric(" ", 1)).hasMessageContaining("name");
        assertThatThrownBy(() -> ScoreType.NUMERIC.value("high")).hasMessageContaining("number");
        assertThatThrownBy(() -> ScoreType.BOOLEAN.value("maybe")).hasMessageContaining("true or false");
    }

    @Test
    void type_readsWhatIsWritten() {
        assertThat(ScoreType.NUMERIC.value("0.5")).isEqualTo(new ScoreValue.Numeric(0.5));
        assertThat(ScoreType.BOOLEAN.value(1L)).isEqualTo(new ScoreValue.Flag(true));
        assertThat(ScoreType.BOOLEAN.value("False")).isEqualTo(new ScoreValue.Flag(false));
        assertThat(ScoreType.TEXT.value(5)).isEqualTo(new ScoreValue.Text("5"));
        assertThat(ScoreValue.of(true)).isEqualTo(new ScoreValue.Flag(true));
        assertThat(ScoreType.find("verbal")).isNull();
    }

    @Test
    void value_isGuessed_whereItsTypeIsNotSaid() {
        assertThat(ScoreValue.parse("0.5", null)).isEqualTo(new ScoreValue.Numeric(0.5));
        assertThat(ScoreValue.parse("true", null)).isEqualTo(new ScoreValue.Flag(true));
        assertThat(ScoreValue.parse("good", null)).isEqualTo(new ScoreValue.Categorical("good"));
        assertThat(ScoreValue.parse("1", ScoreType.TEXT)).isEqualTo(new ScoreValue.Text("1"));
        assertThatThrownBy(() -> ScoreValue.parse("good", ScoreType.NUMERIC)).hasMessageContaining("number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0af7", "00000000000000000000000000000000", "0af7651916cd43dd8448eb211c80319g"})
    void trace_isNamedByHexOrNotAtAll(String id) {
        assertThatThrownBy(() -> ScoreTarget.trace(id)).hasMessageContaining("32 hex digits");
    }

    @Test
    void span_isNamedByHex() {
        assertThat(ScoreTarget.span("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"))
                .isEqualTo(new ScoreTarget.OfSpan(0x0af7651916cd43ddL, 0x8448eb211c80319cL, 0xb7ad6b7169203331L));
        assertThatThrownBy(() -> ScoreTarget.span("0af7651916cd43dd8448eb211c80319c", "b7"))
                .hasMessageContaining("16 hex digits");
    }

    private static SpanEvent event(String key, String value) {
        Attributes details = new Attributes().put("gen_ai.evaluation.name", "q").put("gen_ai.evaluation." + key, value);
        return new SpanEvent("gen_ai.evaluation.result", 1, details);
    }
}
