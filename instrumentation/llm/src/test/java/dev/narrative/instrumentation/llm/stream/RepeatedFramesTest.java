package dev.narrative.instrumentation.llm.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.instrumentation.llm.EventFrames;
import dev.narrative.model.json.JsonReader;
import dev.narrative.model.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames whose payloads are like the one before tell what reading them in full tells. */
final class RepeatedFramesTest {
    private static final List<String> PATTERNS = List.of(
            "{'contentBlockIndex':$,'delta':{'text':'#'},'p':'#'}",
            "{'outputText':'#','index':$,'totalOutputTextTokenCount':null}",
            "{'type':'content_block_delta','index':0,'delta':{'type':'text_delta','text':'#'}}",
            "{'bytes':'#'}",
            "{'a':$}{'a':$}",
            "['#',$]",
            "'#'",
            "$",
            "");

    private static final List<String> EVENTS =
            List.of("contentBlockDelta", "contentBlockDelta", "contentBlockDelta", "metadata");

    private final ByteArrayOutputStream stream = new ByteArrayOutputStream();
    private final List<String> expected = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void readsFewInFull(boolean wrapped) {
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            String payload = RepeatedPieces.filled(PATTERNS.get(0), "\n", random, Integer.MAX_VALUE);
            frame("contentBlockDelta", wrapped ? wrapped(payload.getBytes(UTF_8)) : payload.getBytes(UTF_8));
        }
        Trees trees = new Trees();

        new EventStreamBody(trees).bytes(stream.toByteArray(), 0, stream.size());

        assertThat(trees.told).isEqualTo(expected);
        assertThat(trees.distinct).isLessThan(10);
    }

    @Test
    void tellsTheSame_whateverChanges() {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        System.out.println("fuzz.seed=" + seed);
        Random random = new Random(seed);
        long wanted = Long.getLong("fuzz.chunks", 1_000_000) / 4;
        long told = 0;
        long repeated = 0;
        for (int round = 0; told < wanted; round++) {
            stream.reset();
            expected.clear();
            damagedStream(random);
            Trees trees = new Trees();
            EventStreamBody reader = new EventStreamBody(trees);
            byte[] body = stream.toByteArray();
            int largest = 1 + random.nextInt(4_000);
            for (int at = 0; at < body.length; ) {
                int count = Math.min(body.length - at, 1 + random.nextInt(largest));
                reader.bytes(body, at, count);
                at += count;
            }
            reader.end();

            assertThat(trees.told).as("round %s with seed %s", round, seed).isEqualTo(expected);
            told += trees.told.size();
            repeated += trees.told.size() - trees.distinct;
        }
        assertThat(repeated).as("payloads that were not read in full").isGreaterThan(told / 10);
    }

    /** Damages payloads only: where frames are is told by their lengths. */
    private void damagedStream(Random random) {
        RepeatedPieces pieces = new RepeatedPieces(random, PATTERNS);
        String usual = PATTERNS.get(random.nextInt(PATTERNS.size()));
        boolean wrapped = random.nextInt(3) == 0;
        int damage = random.nextInt(4) == 0 ? 3 : 60;
        for (int frames = 1 + random.nextInt(100); frames > 0; frames--) {
            String pattern = random.nextInt(damage) == 0 ? PATTERNS.get(random.nextInt(PATTERNS.size())) : usual;
            byte[] payload = RepeatedPieces.filled(pattern, "\n", random, 60).getBytes(UTF_8);
            payload = payload.length > 0 && random.nextInt(damage) == 0 ? pieces.damaged(payload) : payload;
            payload = wrapped ? wrapped(payload) : payload;
            frame(
                    EVENTS.get(random.nextInt(damage) == 0 ? random.nextInt(EVENTS.size()) : 0),
                    payload.length > 0 && random.nextInt(damage) == 0 ? pieces.damaged(payload) : payload);
        }
    }

    private void frame(String event, byte[] payload) {
        stream.writeBytes(EventFrames.frame(":event-type", event, payload));
        List<JsonValue> documents = documents(payload);
        for (JsonValue document : documents) {
            String bytes = document.text("bytes");
            if (bytes == null) {
                expected.add(event + " " + document.toJson());
            } else {
                unwrapped(bytes);
            }
        }
        if (documents.isEmpty()) {
            expected.add(event + " null");
        }
    }

    private void unwrapped(String bytes) {
        try {
            List<JsonValue> documents = documents(Base64.getDecoder().decode(bytes));
            expected.add("null "
                    + (documents.isEmpty()
                            ? "null"
                            : documents.get(documents.size() - 1).toJson()));
        } catch (IllegalArgumentException notBase64) {
            // Nobody is told of it.
        }
    }

    private static List<JsonValue> documents(byte[] json) {
        List<JsonValue> documents = new ArrayList<>();
        JsonReader reader = new JsonReader(Limits.DOCUMENT, Limits.NAMES, false, documents::add);
        reader.bytes(json, 0, json.length);
        reader.end();
        return documents;
    }

    private static byte[] wrapped(byte[] payload) {
        return ("{\"bytes\":\"" + Base64.getEncoder().encodeToString(payload) + "\",\"p\":\"ab\"}").getBytes(UTF_8);
    }
}
