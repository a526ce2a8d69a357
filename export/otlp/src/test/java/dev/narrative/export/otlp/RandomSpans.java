package dev.narrative.export.otlp;

import dev.narrative.model.Attributes;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.SpanKind;
import dev.narrative.model.StatusCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Spans of every shape, lengths around the borders of protobuf's length bytes among them. */
final class RandomSpans {
    private static final int[] LENGTHS = {0, 1, 5, 20, 100, 118, 121, 124, 125, 126, 127, 128, 130, 500, 16_370, 16_384
    };

    private RandomSpans() {}

    static List<TestSpan> batch(Random random) {
        List<TestSpan> batch = new ArrayList<>();
        int size = 1 + random.nextInt(8);
        for (int i = 0; i < size; i++) {
            batch.add(span(random));
        }
        return batch;
    }

    private static TestSpan span(Random random) {
        List<SpanEvent> events = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            events.add(new SpanEvent(text(random), random.nextLong(), attributes(random)));
        }
        return new TestSpan(
                random.nextLong(),
                random.nextLong(),
                random.nextLong(),
                random.nextBoolean() ? 0 : random.nextLong(),
                random.nextBoolean(),
                text(random),
                pick(random, List.of(SpanKind.values())),
                random.nextLong(),
                random.nextLong(),
                pick(random, List.of(StatusCode.values())),
                random.nextBoolean() ? null : text(random),
                "scope" + random.nextInt(3),
                random.nextBoolean() ? null : text(random),
                events,
                attributes(random));
    }

    private static <T> T pick(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static Attributes attributes(Random random) {
        Attributes attributes = new Attributes();
        for (int i = random.nextInt(6); i > 0; i--) {
            String key = i + text(random);
            switch (random.nextInt(5)) {
                case 0 -> attributes.put(key, random.nextLong() >> random.nextInt(64));
                case 1 -> attributes.put(key, random.nextDouble());
                case 2 -> attributes.put(key, random.nextBoolean());
                case 3 -> attributes.put(key, List.of(text(random), text(random)));
                default -> attributes.put(key, text(random));
            }
        }
        return attributes;
    }

    private static String text(Random random) {
        int length = LENGTHS[random.nextInt(random.nextInt(10) == 0 ? LENGTHS.length : LENGTHS.length - 2)];
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            boolean plain = random.nextInt(50) != 0 || length % 2 == 0;
            text.appendCodePoint(plain ? 'a' + random.nextInt(26) : 1 + random.nextInt(0x10ffff - 1));
        }
        return text.toString();
    }
}
