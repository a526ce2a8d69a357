package dev.narrative.model.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.narrative.model.json.JsonCursor.Token;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCursorTest {
    @Test
    void goesThroughEveryValue_withItsName() throws IOException {
        JsonCursor json = cursor(" {\"a\" : [1, -2.5e3 ,true],\"b\":{} ,\"c\":null,\"\":\"x\\n\\u00e9\\\\\"}\r\n");

        assertThat(json.token()).isEqualTo(Token.NONE);
        assertThat(json.next()).isEqualTo(Token.BEGIN_OBJECT);
        assertThat(json.next()).isEqualTo(Token.BEGIN_ARRAY);
        assertThat(json.name()).isEqualTo("a");
        assertThat(json.next()).isEqualTo(Token.NUMBER);
        assertThat(json.text()).isEqualTo("1");
        assertThat(json.next()).isEqualTo(Token.NUMBER);
        assertThat(json.text()).isEqualTo("-2.5e3");
        assertThat(json.next()).isEqualTo(Token.TRUE);
        assertThat(json.hasText()).isTrue();
        assertThat(json.next()).isEqualTo(Token.END_ARRAY);
        assertThat(json.hasText()).isFalse();
        assertThat(json.next()).isEqualTo(Token.BEGIN_OBJECT);
        assertThat(json.next()).isEqualTo(Token.END_OBJECT);
        assertThat(json.next()).isEqualTo(Token.NULL);
        assertThat(json.name()).isEqualTo("c");
        assertThat(json.next()).isEqualTo(Token.STRING);
        assertThat(json.name()).isEmpty();
        assertThat(json.text()).isEqualTo("x\n\u00e9\\");
        assertThat(json.next()).isEqualTo(Token.END_OBJECT);
        assertThat(json.next()).isEqualTo(Token.NONE);
    }

    @Test
    void skips_toTheEndOfWhatBeginsThere() throws IOException {
        JsonCursor json = cursor("[{\"a\":[[1],{\"b\":2}]},3]");
        json.next();
        json.next();
        json.skipChildren();

        assertThat(json.token()).isEqualTo(Token.END_OBJECT);
        assertThat(json.next()).isEqualTo(Token.NUMBER);
        json.skipChildren();
        assertThat(json.text()).isEqualTo("3");
    }

    @Test
    void looksAtItsPartOfTheBytesAlone() throws IOException {
        byte[] bytes = "]]{\"a\":\"b\"}\"}".getBytes(UTF_8);
        JsonCursor json = new JsonCursor(bytes, 2, 9);
        json.next();
        json.next();

        assertThat(json.text()).isEqualTo("b");
        assertThat(json.recurringText()).isEqualTo("b");
        json.next();
        assertThat(json.next()).isEqualTo(Token.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "oops",
                "tru",
                "nul",
                "trux",
                "{oops}",
                "{\"a\"}",
                "{\"a\" 1}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{,\"a\":1}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":1]",
                "[1,]",
                "[,1]",
                "[1 2]",
                "[1}",
                "]",
                "}",
                "[]]",
                "{} {}",
                "\"a",
                "\"a\\",
                "\"a\\\"",
                "{'a':1}"
            })
    void refuses_whatIsNoDocument(String text) {
        assertThatThrownBy(() -> walk(cursor(text)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("at byte ");
    }

    @Test
    void refuses_whatIsTooDeep_withoutRunningOutOfStack() throws IOException {
        walk(cursor("[".repeat(1_000) + "]".repeat(1_000)));
        assertThatThrownBy(() -> walk(cursor("[".repeat(1_001) + "]".repeat(1_001))))
                .hasMessageContaining("deeper than");
    }

    @Test
    void readsTheSameAsAnotherReader_andNoBeginningOfIt() throws IOException {
        for (int seed = 0; seed < 300; seed++) {
            JsonWriter out = new JsonWriter(64);
            new RandomDocument(seed).object(out, 0);
            byte[] document = out.text().getBytes(UTF_8);

            assertThat(walk(new JsonCursor(document, 0, document.length)))
                    .as("document of seed " + seed)
                    .isEqualTo(expected(document));
            for (int length = 0; length < document.length; length += 1 + seed % 7) {
                JsonCursor torn = new JsonCursor(document, 0, length);
                assertThatThrownBy(() -> walk(torn)).isInstanceOf(IOException.class);
            }
        }
    }

    private static JsonCursor cursor(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return new JsonCursor(bytes, 0, bytes.length);
    }

    private static List<String> walk(JsonCursor json) throws IOException {
        List<String> seen = new ArrayList<>();
        int depth = 0;
        do {
            Token token = json.next();
            depth += token == Token.BEGIN_OBJECT || token == Token.BEGIN_ARRAY ? 1 : 0;
            depth -= token == Token.END_OBJECT || token == Token.END_ARRAY ? 1 : 0;
            boolean ends = token == Token.END_OBJECT || token == Token.END_ARRAY;
            seen.add((ends ? "" : json.name() + "=") + (json.hasText() ? json.text() : token));
        } while (depth > 0);
        json.next();
        return seen;
    }

    private static List<String> expected(byte[] document) throws IOException {
        List<String> seen = new ArrayList<>();
        String name = "";
        try (JsonParser parser = new JsonFactory().createParser(document)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                switch (token) {
                    case FIELD_NAME -> name = parser.currentName();
                    case START_OBJECT -> seen.add(name + "=BEGIN_OBJECT");
                    case START_ARRAY -> seen.add(name + "=BEGIN_ARRAY");
                    case END_OBJECT, END_ARRAY -> seen.add(token.name());
                    case VALUE_NULL -> seen.add(name + "=NULL");
                    default -> seen.add(name + "=" + parser.getText());
                }
            }
        }
        return seen;
    }

    /** Objects with values of every kind, from a seed. */
    private static final class RandomDocument {
        private static final String[] TEXTS = {
            "", "name", "with \"quotes\"", "back\\slash", "line\nbreak\t", "größer 漢字", "\ud83d\ude00", "\u0000\u001f"
        };

        private final Random random;

        RandomDocument(int seed) {
            random = new Random(seed);
        }

        void object(JsonWriter out, int depth) {
            out.beginObject();
            for (int i = random.nextInt(5); i > 0; i--) {
                out.name(text());
                value(out, depth + 1);
            }
            out.endObject();
        }

        private void value(JsonWriter out, int depth) {
            switch (depth > 5 ? random.nextInt(5) : random.nextInt(7)) {
                case 0 -> out.value(random.nextLong());
                case 1 -> out.value(random.nextGaussian());
                case 2 -> out.value(random.nextBoolean());
                case 3 -> out.nullValue();
                case 4 -> out.value(text());
                case 5 -> object(out, depth);
                default -> {
                    out.beginArray();
                    for (int i = random.nextInt(4); i > 0; i--) {
                        value(out, depth + 1);
                    }
                    out.endArray();
                }
            }
        }

        private String text() {
            return TEXTS[random.nextInt(TEXTS.length)] + (random.nextBoolean() ? random.nextInt(1_000) : "");
        }
    }
}
