package dev.narrative.instrumentation.llm.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SseBodyTest {
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void readsEvents_withEachLineEnd(String lineEnd) {
        String body = "event: a|data: {\"x\":1}||: comment|data:{\"x\":2}|id: 7|retry: 5||";

        assertTold(body.replace("|", lineEnd), "a {\"x\":1}", "null {\"x\":2}");
    }

    @Test
    void joinsLinesOfData() {
        assertTold("data: {\"x\":\ndata: 1\ndata: ,\"y\":2\ndata: }\n\n", "null {\"x\":1,\"y\":2}");
    }

    @Test
    void keepsNumbersOfTwoLinesApart() {
        assertTold("data: [1,\ndata: 2\ndata: ]\n\n", "null [1,2]");
    }

    @Test
    void tellsLastEvent_withoutEmptyLine() {
        assertTold("data: {\"x\":1}\n\nevent: b\ndata: {\"x\":2}", "null {\"x\":1}", "b {\"x\":2}");
    }

    @Test
    void tellsPart_ofEventThatIsCut() {
        assertTold("data: {\"x\":1,\"y\":\"ab", "null {\"x\":1,\"y\":\"ab\"}");
    }

    @Test
    void goesOn_afterWrongData() {
        assertTold("data: {\"x\":}\n\ndata: [DONE]\n\ndata: {\"x\":2}\n\n", "null {}", "null []", "null {\"x\":2}");
    }

    @Test
    void ignoresOtherFields() {
        assertTold("database: {\"x\":1}\ndata\nid\n: data: {}\n\n\n\ndata: {\"x\":2}\n\n", "null {\"x\":2}");
    }

    @Test
    void forgetsName_afterItsEvent() {
        assertTold("event: a\n\ndata: 1\n\n", "null 1");
    }

    @Test
    void readsOverMark_atTheStart() {
        assertTold("\ufeffdata: {\"x\":1}\n\n", "null {\"x\":1}");
    }

    private static void assertTold(String body, String... expected) {
        byte[] bytes = body.getBytes(UTF_8);
        for (int piece = 1; piece <= bytes.length; piece++) {
            List<String> told = Heard.of(bytes, piece, AnswerBody.Form.WHOLE, "text/event-stream");
            assertThat(told).as("in pieces of %s", piece).containsExactly(expected);
        }
    }
}
