package dev.narrative.instrumentation.llm.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.instrumentation.llm.stream.AnswerBody.Form;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AnswerBodyTest {
    @Test
    void readsLines() {
        assertTold(
                "{\"x\":1}\n{\"x\":2}\r\n\n{\"x\":3}",
                Form.LINES,
                "null {\"x\":1}",
                "null {\"x\":2}",
                "null {\"x\":3}");
    }

    @Test
    void goesOn_afterWrongLine() {
        assertTold("{\"x\":1}\n{\"x\":oops}\n{\"x\":3}\n", Form.LINES, "null {\"x\":1}", "null {}", "null {\"x\":3}");
        assertTold("{\"x\":\"cut\n{\"x\":3}\n", Form.LINES, "null {\"x\":\"cut\"}", "null {\"x\":3}");
    }

    @Test
    void readsDocumentOfManyLines_whereOneEachIsUsual() {
        assertTold("{\n  \"x\": 1,\n  \"y\": [\n    2\n  ]\n}\n", Form.LINES, "null {\"x\":1,\"y\":[2]}");
    }

    @Test
    void readsElementsOfArray() {
        assertTold("[{\"x\":1}\n,\n{\"x\":[2]}]", Form.ARRAY, "null {\"x\":1}", "null {\"x\":[2]}");
        assertTold("{\"x\":1}", Form.ARRAY, "null {\"x\":1}");
    }

    @Test
    void tellsElements_ofArrayThatIsCut() {
        assertTold("[{\"x\":1},{\"x\":\"a", Form.ARRAY, "null {\"x\":1}", "null {\"x\":\"a\"}");
    }

    @Test
    void leavesOutVectors_notWhatIsBesideThem() {
        assertTold(
                "{\"data\":[{\"index\":1,\"embedding\":[0.1,[2]],\"object\":\"e\"},{\"embedding\":\"AAAA\"}],"
                        + "\"embeddings\":{\"values\":[1,2],\"statistics\":{\"token_count\":3,\"parts\":[4]}},\"usage\":{\"n\":[5]}}",
                Form.WHOLE,
                "document {\"data\":[{\"index\":1,\"object\":\"e\"},{}],"
                        + "\"embeddings\":{\"statistics\":{\"token_count\":3}},\"usage\":{\"n\":[5]}}");
    }

    @Test
    void leavesOutNothing_ofWhatAToolIsGiven() {
        assertTold(
                "{\"calls\":[{\"args\":{\"embedding\":[1],\"input\":{\"logprobs\":[2]}},\"logprobs\":[3]},"
                        + "{\"input\":\"text\",\"embedding\":[4]},{\"arguments\":[{\"obfuscation\":5}]}],"
                        + "\"logprobs\":{\"input\":[6],\"n\":7},\"obfuscation\":\"x\"}",
                Form.WHOLE,
                "document {\"calls\":[{\"args\":{\"embedding\":[1],\"input\":{\"logprobs\":[2]}}},"
                        + "{\"input\":\"text\"},{\"arguments\":[{\"obfuscation\":5}]}],\"logprobs\":{\"n\":7}}");
    }

    @Test
    void tellsNothing_ofOtherBodies() {
        for (String body : new String[] {"", " \n", "<html><b>Bad gateway</b></html>", "upstream connect error"}) {
            assertTold(body, Form.WHOLE);
        }
    }

    private static void assertTold(String body, Form form, String... expected) {
        byte[] bytes = body.getBytes(UTF_8);
        for (int piece = 1; piece <= Math.max(1, bytes.length); piece++) {
            List<String> told = Heard.of(bytes, piece, form, null);
            assertThat(told).as("in pieces of %s", piece).containsExactly(expected);
        }
    }
}
