package dev.narrative.model.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonRepetitionTest {
    private final JsonRepetition repetition = new JsonRepetition(new JsonNames(Set.of("padding")));

    @Test
    void readsNothing_beforeItHasLearnt() {
        assertThat(read("{\"a\":1}\n")).isEqualTo(JsonRepetition.OTHER);
    }

    @Test
    void readsPiece_thatDiffersInValuesThatVary() {
        learn("{\"id\":\"x\",\"n\":[1,{\"t\":\"one\"}]}\n");
        learn("{\"id\":\"x\",\"n\":[2,{\"t\":\"two\"}]}\n");

        assertThat(read("{\"id\":\"x\",\"n\":[-3.5,{\"t\":\"th\\nree \\u00e9\"}]}\n"))
                .isPositive();

        assertThat(repetition.document().toJson()).isEqualTo("{\"id\":\"x\",\"n\":[-3.5,{\"t\":\"th\\nree é\"}]}");
        assertThat(repetition.variedText()).isNull();
    }

    @Test
    void tellsText_whenNothingElseVaries() {
        learn("{\"id\":\"x\",\"t\":\"one\",\"padding\":\"aa\"}\n");
        learn("{\"id\":\"x\",\"t\":\"two\",\"padding\":\"bbbb\"}\n");

        assertThat(read("{\"id\":\"x\",\"t\":\"three\",\"padding\":\"\"}\n")).isPositive();

        assertThat(repetition.variedText())
                .isNotNull()
                .isSameAs(repetition.document().get("t"));
        assertThat(repetition.document().toJson()).isEqualTo("{\"id\":\"x\",\"t\":\"three\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"y\",\"t\":\"b\",\"n\":2}\n",
                "{\"id\":\"x\",\"t\":null,\"n\":2}\n",
                "{\"id\":\"x\",\"t\":\"b\",\"n\":\"2\"}\n",
                "{\"id\":\"x\",\"t\":\"b\",\"n\":tru}\n",
                "{\"id\":\"x\",\"t\":\"b\",\"n\":}\n",
                "{\"id\":\"x\",\"t\":\"b\nc\",\"n\":2}\n",
                "{\"id\":\"x\",\"t\":\"b\\\n\",\"n\":2}\n",
                "{\"id\":\"x\",\"t\":\"b\", \"n\":2}\n",
                "{\"id\":\"x\",\"t\":\"b\",\"n\":2}\r",
            })
    void leavesPiece_thatDiffersElsewhere(String piece) {
        learn("{\"id\":\"x\",\"t\":\"a\",\"n\":1}\n");
        learn("{\"id\":\"x\",\"t\":\"b\",\"n\":2}\n");

        assertThat(read(piece)).isEqualTo(JsonRepetition.OTHER);
    }

    @Test
    void tellsThatPieceIsNotWhole_whereverItBreaksOff() {
        learn("{\"t\":\"a\",\"n\":1}\n");
        learn("{\"t\":\"b\",\"n\":2}\n");
        String piece = "{\"t\":\"c\\\"\",\"n\":33}\n";

        for (int length = 0; length < piece.length(); length++) {
            assertThat(read(piece.substring(0, length))).isEqualTo(JsonRepetition.PART);
        }
        assertThat(read(piece + "{\"t\":")).isEqualTo(piece.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[DONE]\n", "[1,2]\n", "{\"a\":1\n", "{\"a\":1}{\"a\":2}\n", "{\"a\":1} x\n", "\n", "7\n"})
    void learnsNothing_fromWhatIsNotOneObject(String piece) {
        assertThat(learn(piece)).isFalse();
        assertThat(read(piece)).isEqualTo(JsonRepetition.OTHER);
    }

    @Test
    void givesUp_whereNoPieceIsLikeAnother() {
        int learnt = 0;
        for (int i = 0; i < 100; i++) {
            learnt += learn("{\"name" + i + "\":1}\n") ? 1 : 0;
        }

        assertThat(learnt).isBetween(2, 20);
    }

    @Test
    void learnsNothing_fromLongPieces() {
        assertThat(learn("{\"a\":\"" + "x".repeat(10_000) + "\"}\n")).isFalse();
        assertThat(learn("{\"a\":[" + "1,".repeat(1_000) + "1]}\n")).isFalse();
    }

    private boolean learn(String piece) {
        byte[] bytes = ("__" + piece).getBytes(UTF_8);
        return repetition.learn(bytes, 2, bytes.length, 2, bytes.length - 1);
    }

    private int read(String piece) {
        byte[] bytes = ("___" + piece + "__").getBytes(UTF_8);
        int end = repetition.read(bytes, 3, bytes.length - 2);
        return end < 0 ? end : end - 3;
    }
}
