package dev.narrative.instrumentation.llm.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.model.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class GatheredBodyTest {
    private final List<String> read = new ArrayList<>();
    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
    private boolean mayWait;

    private final GatheredBody body = new GatheredBody(new Listener(), new Reader());

    @Test
    void readsAtOnce_whileSomebodyWaits() {
        give("one");
        give("two");

        assertThat(read).containsExactly("one", "two");
    }

    @Test
    void readsManyAtOnce_whenNobodyWaits() {
        mayWait = true;
        give("first, which shows it ");
        give("a");
        give("b");
        assertThat(read).containsExactly("first, which shows it ");

        body.end();

        assertThat(read).containsExactly("first, which shows it ", "ab", "end");
    }

    @Test
    void gathersNoMoreThanItHasRoomFor_andKeepsTheOrder() {
        mayWait = true;
        StringBuilder given = new StringBuilder();
        for (int i = 0; i < 4_000; i++) {
            String piece = i + (i % 700 == 0 ? "x".repeat(10_000) : ",");
            given.append(piece);
            give(piece);
            assertThat(given.length() - seen.size()).isLessThanOrEqualTo(8_192);
        }
        body.end();

        assertThat(seen.toString(UTF_8)).isEqualTo(given.toString());
        assertThat(read).hasSizeLessThan(30);
    }

    @Test
    void copiesWhatItGathers() {
        mayWait = true;
        give("first ");
        byte[] piece = "kept".getBytes(UTF_8);
        body.bytes(piece, 0, piece.length);
        piece[0] = 'x';
        body.end();

        assertThat(seen.toString(UTF_8)).isEqualTo("first kept");
    }

    private void give(String piece) {
        byte[] bytes = ("_" + piece + "_").getBytes(UTF_8);
        body.bytes(bytes, 1, bytes.length - 2);
    }

    private final class Reader implements BodyReader {
        @Override
        public void bytes(byte[] source, int offset, int length) {
            read.add(new String(source, offset, length, UTF_8));
            seen.write(source, offset, length);
        }

        @Override
        public void end() {
            read.add("end");
        }
    }

    private final class Listener implements PieceListener {
        @Override
        public void document(JsonValue document) {}

        @Override
        public void event(@Nullable String event, JsonValue data) {}

        @Override
        public boolean mayWait() {
            return mayWait;
        }
    }
}
