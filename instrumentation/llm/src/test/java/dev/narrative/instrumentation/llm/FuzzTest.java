package dev.narrative.instrumentation.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.instrumentation.llm.stream.BodyReader;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Feeds damaged answers through the whole path. {@code -Dfuzz.chunks} sets how many pieces, {@code -Dfuzz.seed} repeats a
 * run.
 */
final class FuzzTest {
    /** Of the processor, since the machine may be busy with something else for longer. */
    private static final long SLOW = TimeUnit.SECONDS.toNanos(2);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long seed = Long.getLong("fuzz.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<byte[]> answers =
            Samples.ALL.stream().map(Sample::answerBytes).toList();

    @Test
    void survivesAnything() {
        System.out.println("fuzz.seed=" + seed);
        long wanted = Long.getLong("fuzz.chunks", 1_000_000);
        long fed = 0;
        while (fed < wanted) {
            int place = random.nextInt(answers.size());
            byte[] damaged = damaged(answers.get(place));
            long begun = THREADS.getCurrentThreadCpuTime();
            fed += feed(Samples.ALL.get(place), damaged);
            assertThat(THREADS.getCurrentThreadCpuTime() - begun)
                    .as("slow on %s with seed %s", Samples.ALL.get(place), seed)
                    .isLessThan(SLOW);
        }
    }

    private int feed(Sample sample, byte[] answer) {
        Played played = Played.asked(sample);
        BodyReader reader = played.answerReader(random.nextInt(8) == 0 ? null : sample.contentType());
        int largest = 1 + random.nextInt(64);
        int chunks = 0;
        try {
            for (int at = 0; at < answer.length; chunks++) {
                int count = Math.min(answer.length - at, 1 + random.nextInt(largest));
                reader.bytes(answer, at, count);
                at += count;
            }
            reader.end();
            assertThat(played.attributes()).isNotEmpty();
            if (played.usage() != null) {
                assertThat(played.usage().totalInput()).isNotNegative();
                assertThat(played.usage().totalOutput()).isNotNegative();
            }
        } catch (RuntimeException | StackOverflowError error) {
            throw new AssertionError("on " + sample + " with seed " + seed, error);
        }
        return chunks;
    }

    private byte[] damaged(byte[] answer) {
        byte[] result = answer.clone();
        for (int times = random.nextInt(4); times >= 0; times--) {
            result = damagedOnce(result);
        }
        return result;
    }

    private byte[] damagedOnce(byte[] answer) {
        if (answer.length == 0) {
            return answer;
        }
        int from = random.nextInt(answer.length);
        int to = Math.min(answer.length, from + 1 + random.nextInt(200));
        switch (random.nextInt(6)) {
            case 0 -> {
                byte[] flipped = answer.clone();
                flipped[from] ^= (byte) (1 << random.nextInt(8));
                return flipped;
            }
            case 1 -> {
                return Arrays.copyOf(answer, from);
            }
            case 2 -> {
                return joined(answer, 0, from, answer, to, answer.length);
            }
            case 3 -> {
                return joined(answer, 0, to, answer, from, answer.length);
            }
            case 4 -> {
                byte[] other = answers.get(random.nextInt(answers.size()));
                return joined(answer, 0, to, other, random.nextInt(other.length), other.length);
            }
            default -> {
                byte[] noise = answer.clone();
                for (int i = from; i < to; i++) {
                    noise[i] = (byte) "{}[]\",:\\\n\r 0e-u".charAt(random.nextInt(15));
                }
                return noise;
            }
        }
    }

    private static byte[] joined(byte[] first, int from, int to, byte[] second, int secondFrom, int secondTo) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(first, from, to - from);
        out.write(second, secondFrom, secondTo - secondFrom);
        return out.toByteArray();
    }
}
