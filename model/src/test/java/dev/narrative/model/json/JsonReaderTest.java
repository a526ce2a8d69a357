package dev.narrative.model.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsonReaderTest {
    private static final String DOCUMENT = """
            {"a": "x\\u00e9\\ud83d\\ude00\\n\\"\\\\\\/", "é😀": ["plain é 😀 €", -12, 3.5e-2, true, false, null, {}, []],
             "nested": {"empty": "", "deep": [[[{"z": 0}]]]}}""";

    private final List<JsonValue> read = new ArrayList<>();

    @Test
    void readsEveryKindOfValue() {
        JsonValue value = read(DOCUMENT);

        assertThat(value.text("a")).isEqualTo("xé😀\n\"\\/");
        JsonValue list = value.get("é😀");
        assertThat(list.at(0).text()).isEqualTo("plain é 😀 €");
        assertThat(list.at(1).integer(0)).isEqualTo(-12);
        assertThat(list.at(2).decimal(0)).isEqualTo(0.035);
        assertThat(list.at(3).isTrue()).isTrue();
        assertThat(list.at(4).isPresent()).isTrue();
        assertThat(list.at(5).isPresent()).isFalse();
        assertThat(list.size()).isEqualTo(8);
        assertThat(value.get("nested").get("deep").at(0).at(0).at(0).get("z").integer(1))
                .isZero();
        assertThat(value.names()).containsExactly("a", "é😀", "nested");
    }

    @Test
    void readsTheSame_inEverySplit() {
        byte[] bytes = DOCUMENT.getBytes(UTF_8);
        String whole = read(DOCUMENT).toJson();
        for (int split = 0; split <= bytes.length; split++) {
            assertThat(pieces(bytes, split, bytes.length - split)).containsExactly(whole);
        }
        int[] single = new int[bytes.length];
        Arrays.fill(single, 1);
        assertThat(pieces(bytes, single)).containsExactly(whole);
    }

    @Test
    void readsBuffers_withoutMovingThem() {
        ByteBuffer heap = ByteBuffer.wrap("__[1]__".getBytes(UTF_8), 2, 3);
        ByteBuffer direct = ByteBuffer.allocateDirect(20_000);
        direct.put(("[\"" + "a".repeat(19_000) + "\"]").getBytes(UTF_8)).flip();
        List<JsonValue> documents = new ArrayList<>();
        JsonReader reader = new JsonReader(JsonLimits.DEFAULT, false, documents::add);

        reader.bytes(heap);
        reader.bytes(direct);

        assertThat(documents).hasSize(2);
        assertThat(documents.get(1).at(0).text()).hasSize(19_000);
        assertThat(heap.position()).isEqualTo(2);
        assertThat(direct.position()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', textBlock = """
            {"a":1,"b":[1,{"c":"de | {"a":1,"b":[1,{"c":"de"}]}
            {"a":1,"b" | {"a":1}
            {"a":1,"b": | {"a":1}
            {"a":tru | {}
            {"a":1 "b":2} | {"a":1}
            {"a":1]} | {"a":1}
            {a:1} | {}
            [1,2 | [1,2]
            [1,,2] | [1]
            [1 2] | [1]
            ["a\\q\\u12"] | ["aq"]
            ["a\\uZZZZb"] | ["ab"]
            ["x","y\\ | ["x","y"]
            """)
    void givesWhatIsReadable_ofWrongDocuments(String wrong, String readable) {
        assertThat(read(wrong).toJson()).isEqualTo(readable);
    }

    @Test
    void takesOnlyWhatIsThere_fromWrongTypes() {
        JsonValue value = read("{\"a\":\"text\",\"b\":[1],\"c\":1e999,\"d\":123456789012345678901234567890,\"e\":--1}");

        assertThat(value.get("a").get("x").at(3).get("y").text()).isNull();
        assertThat(value.get("a").integer(7)).isEqualTo(7);
        assertThat(value.get("b").text("z", "other")).isEqualTo("other");
        assertThat(value.get("c").integer(0)).isEqualTo(Long.MAX_VALUE);
        assertThat(value.get("d").integer(0)).isEqualTo(Long.MAX_VALUE);
        assertThat(value.get("e").integer(5)).isEqualTo(5);
        assertThat(value.get("b").at(-1).isPresent()).isFalse();
    }

    @Test
    void breaksOff_whereItIsTooDeep() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);

        JsonValue value = read(deep);

        int depth = 0;
        for (JsonValue inner = value; inner.isArray(); inner = inner.at(0)) {
            depth++;
        }
        assertThat(depth).isEqualTo(256);
        assertThat(value.toJson()).hasSize(512);
    }

    @Test
    void keepsStartAndDigest_ofLongStrings() {
        String text = "é".repeat(500);
        JsonReader reader = reader(new JsonLimits(101, 10_000, 100));
        byte[] bytes = ("[\"" + text + "\"]").getBytes(UTF_8);
        for (byte one : bytes) {
            reader.bytes(new byte[] {one}, 0, 1);
        }

        JsonString cut = (JsonString) read.get(0).at(0);
        assertThat(cut.text()).isEqualTo("é".repeat(50));
        assertThat(cut.isCut()).isTrue();
        assertThat(cut.length()).isEqualTo(1_000);
        assertThat(cut.digest())
                .hasSize(32)
                .isEqualTo(((JsonString) cutWhole(bytes).at(0)).digest());
    }

    @Test
    void keepsOutermostMembers_beyondTheLimits() {
        JsonReader reader = reader(new JsonLimits(100, 200, 50));
        String many =
                "{\"list\":[" + "{\"text\":\"some words\"},".repeat(1_000) + "1],\"model\":\"m\",\"stream\":true}";

        reader.bytes(many.getBytes(UTF_8), 0, many.length());

        assertThat(read.get(0).get("list").size()).isLessThan(50);
        assertThat(read.get(0).text("model")).isEqualTo("m");
        assertThat(read.get(0).get("stream").isTrue()).isTrue();
    }

    @Test
    void readsDocumentsOneAfterTheOther() {
        JsonReader reader = reader(JsonLimits.DEFAULT);
        byte[] bytes = "1 2{\"a\":3}[4]\"5\" true".getBytes(UTF_8);

        reader.bytes(bytes, 0, bytes.length);
        reader.end();

        assertThat(read).extracting(JsonValue::toJson).containsExactly("1", "2", "{\"a\":3}", "[4]", "\"5\"", "true");
    }

    @Test
    void tellsStringsApart_thatLookAlike() {
        String json = "{\"a1cdefghijkl\":[\"a3cdefghijkl\",\"a4cdefghijkl\",\"a3cdefghijkl\"],\"a2cdefghijkl\":12}";

        assertThat(read(json).toJson()).isEqualTo(json);
        assertThat(read(json).get("a2cdefghijkl").integer(0)).isEqualTo(12);
        assertThat(read(json).get("a1cdefghijkl").size()).isEqualTo(3);
    }

    private JsonReader reader(JsonLimits limits) {
        return new JsonReader(limits, false, read::add);
    }

    private static JsonValue cutWhole(byte[] bytes) {
        return JsonReader.read(bytes, new JsonLimits(101, 10_000, 100));
    }

    private static JsonValue read(String json) {
        return JsonReader.read(json.getBytes(UTF_8), JsonLimits.DEFAULT);
    }

    private static List<String> pieces(byte[] bytes, int... lengths) {
        List<String> documents = new ArrayList<>();
        JsonReader reader = new JsonReader(JsonLimits.DEFAULT, false, document -> documents.add(document.toJson()));
        int at = 0;
        for (int length : lengths) {
            reader.bytes(bytes, at, length);
            at += length;
        }
        reader.end();
        return documents;
    }
}
