package dev.narrative.model.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
    private final JsonWriter json = new JsonWriter(0);

    @Test
    void placesCommas_inNestedStructures() {
        json.beginObject().name("a").value(1).name("b").beginArray().value("x").value(true);
        json.beginObject()
                .endObject()
                .nullValue()
                .endArray()
                .name("c")
                .quoted(2)
                .endObject();

        assertThat(text()).isEqualTo("{\"a\":1,\"b\":[\"x\",true,{},null],\"c\":\"2\"}");
    }

    @Test
    void escapes_whatJsonForbids() {
        json.value("a\"b\\c\n\r\t\b\0\u001f/\u007f");

        assertThat(text()).isEqualTo("\"a\\\"b\\\\c\\n\\r\\t\\u0008\\u0000\\u001f/\u007f\"");
    }

    @Test
    void writesUtf8_andReplacesLoneSurrogates() {
        json.value("é€😀\ud83d|\ude00|x\ud83d");

        assertThat(text()).isEqualTo("\"é€😀\ufffd|\ufffd|x\ufffd\"");
    }

    @Test
    void writesEveryLength_ofInteger() {
        long power = 1;
        for (int i = 0; i < 19; i++) {
            for (long number : new long[] {power, power - 1, -power, -power + 1, power + 1}) {
                json.reset(64);
                json.value(number);
                assertThat(text()).isEqualTo(Long.toString(number));
            }
            power *= 10;
        }
        for (long number : new long[] {Long.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE + 1}) {
            json.reset(64);
            json.value(number);
            assertThat(text()).isEqualTo(Long.toString(number));
        }
    }

    @Test
    void writesNumbersThatJsonLacks_asText() {
        json.beginArray()
                .value(1.5)
                .value(Double.NaN)
                .value(Double.POSITIVE_INFINITY)
                .endArray();

        assertThat(text()).isEqualTo("[1.5,\"NaN\",\"Infinity\"]");
    }

    @Test
    void writesIds_asHex() {
        json.beginArray().hex(0xabL).hex(1, -1).endArray();

        assertThat(text()).isEqualTo("[\"00000000000000ab\",\"0000000000000001ffffffffffffffff\"]");
    }

    @Test
    void givesALargeBufferBack_onReset() {
        json.value("x".repeat(100_000));
        json.reset(1_000);

        assertThat(json.buffer().length).isLessThanOrEqualTo(1_000);
        assertThat(json.value("y").size()).isEqualTo(3);
    }

    @Test
    void isReadBackUnchanged_whateverTheText() throws Exception {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                int bound = new int[] {0x80, 0x800, 0x10000, 0x110000}[random.nextInt(4)];
                int codePoint = random.nextInt(bound);
                boolean surrogate = codePoint >= 0xd800 && codePoint < 0xe000;
                text.appendCodePoint(surrogate ? '"' : codePoint);
            }
            json.reset(64);
            json.value(text.toString());
            try (JsonParser parser = new JsonFactory().createParser(json.buffer(), 0, json.size())) {
                parser.nextToken();
                assertThat(parser.getText()).isEqualTo(text.toString());
            }
        }
    }

    private String text() {
        return new String(json.buffer(), 0, json.size(), UTF_8);
    }
}
