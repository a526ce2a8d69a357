package dev.narrative.instrumentation.llm.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events that are like the one before tell what reading them in full tells. */
final class RepeatedEventsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "data: {'id':'a','delta':{'text':'#'},'n':1}||",
                "event: delta|data: {'sequence_number':$,'delta':'#','obfuscation':'#'}||",
                "data: {'choices':[{'index':$,'delta':{'content':'#'},'logprobs':null}],'usage':null}||",
                ": a comment|id: 7|data:  { 'a' : [ 1 , '#' , $ ] } |retry: 3||",
            })
    void readsFewInFull(String pattern) {
        for (String lineEnd : new String[] {"\n", "\r\n"}) {
            StringBuilder stream = new StringBuilder();
            Random random = new Random(1);
            for (int i = 0; i < 200; i++) {
                stream.append(RepeatedEvents.filled(pattern, lineEnd, random, Integer.MAX_VALUE));
            }
            byte[] body = stream.toString().getBytes(UTF_8);
            Trees trees = new Trees();

            read(body, new Random(2), trees);

            assertThat(trees.told).containsExactlyElementsOf(readInFull(body));
            assertThat(trees.distinct).isLessThan(10);
        }
    }

    @Test
    void tellsTheSame_whateverChanges() {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        System.out.println("fuzz.seed=" + seed);
        Random random = new Random(seed);
        long wanted = Long.getLong("fuzz.chunks", 1_000_000);
        long told = 0;
        long repeated = 0;
        for (int round = 0; told < wanted; round++) {
            byte[] body = new RepeatedEvents(random).damagedStream();
            Trees trees = new Trees();
            read(body, random, trees);

            assertThat(trees.told)
                    .as("round %s with seed %s of%n%s", round, seed, new String(body, UTF_8))
                    .isEqualTo(readInFull(body));
            told += trees.told.size();
            repeated += trees.told.size() - trees.distinct;
        }
        assertThat(repeated).as("events that were not read in full").isGreaterThan(told / 10);
    }

    private static void read(byte[] body, Random random, PieceListener listener) {
        SseBody reader = new SseBody(listener);
        int largest = random.nextInt(4) == 0 ? 10 : 1 + random.nextInt(4_000);
        for (int at = 0; at < body.length; ) {
            int count = Math.min(body.length - at, 1 + random.nextInt(largest));
            byte[] piece = new byte[count + 7];
            System.arraycopy(body, at, piece, 5, count);
            reader.bytes(piece, 5, count);
            at += count;
        }
        reader.end();
    }

    private static List<String> readInFull(byte[] body) {
        Heard heard = new Heard();
        SseParser parser = new SseParser(heard);
        for (int at = 0; at < body.length; ) {
            at = parser.read(body, at, body.length);
        }
        parser.end();
        return heard.told;
    }

    /** Counts how many trees there were, too: what was not read in full comes in the tree of the last. */
    private static final class Trees implements PieceListener {
        final List<String> told = new ArrayList<>();
        int distinct;
        private @Nullable JsonValue last;

        @Override
        public void document(JsonValue document) {
            throw new AssertionError("a document among events");
        }

        @Override
        public void event(@Nullable String event, JsonValue data) {
            told.add(event + " " + data.toJson());
            if (data != last) {
                distinct++;
                last = data;
            }
        }
    }
}
