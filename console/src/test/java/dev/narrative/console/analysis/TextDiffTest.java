package dev.narrative.console.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.console.analysis.TextDiff.Kind;
import dev.narrative.console.analysis.TextDiff.Part;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TextDiffTest {
    @Test
    void equalTexts_areOnePart() {
        assertThat(TextDiff.of("one two", "one two")).containsExactly(new Part(Kind.SAME, "one two"));
        assertThat(TextDiff.of("", "")).isEmpty();
    }

    @Test
    void aWordThatWasReplaced_standsBetweenWhatIsTheSame() {
        assertThat(TextDiff.of("Tell of the river, please", "Tell of the sea, please"))
                .containsExactly(
                        new Part(Kind.SAME, "Tell of the "),
                        new Part(Kind.REMOVED, "river"),
                        new Part(Kind.ADDED, "sea"),
                        new Part(Kind.SAME, ", please"));
    }

    @Test
    void editsWithHardlyAnythingBetween_areOne() {
        assertThat(TextDiff.of("a big red house stands", "a tiny blue house stands"))
                .containsExactly(
                        new Part(Kind.SAME, "a "),
                        new Part(Kind.REMOVED, "big red"),
                        new Part(Kind.ADDED, "tiny blue"),
                        new Part(Kind.SAME, " house stands"));
    }

    @Test
    void partsAlwaysMakeUpBothTexts() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            String before = words(random);
            String after = words(random);
            List<Part> parts = TextDiff.of(before, after);
            assertThat(text(parts, Kind.ADDED)).isEqualTo(before);
            assertThat(text(parts, Kind.REMOVED)).isEqualTo(after);
        }
    }

    @Test
    void textsWithNothingInCommon_areReplacedAsAWhole() {
        String before = IntStream.range(0, 3_000).mapToObj(i -> "a" + i).collect(Collectors.joining(" "));
        String after = IntStream.range(0, 3_000).mapToObj(i -> "b" + i).collect(Collectors.joining("-"));

        List<Part> parts = TextDiff.of(before, after);

        assertThat(text(parts, Kind.ADDED)).isEqualTo(before);
        assertThat(text(parts, Kind.REMOVED)).isEqualTo(after);
    }

    @Test
    void brief_keepsWhatStandsBesideAnEdit() {
        List<Part> parts =
                TextDiff.of("x".repeat(50) + " river " + "y".repeat(50), "x".repeat(50) + " sea " + "y".repeat(50));

        assertThat(TextDiff.brief(parts, 5, 3))
                .containsExactly(
                        new Part(Kind.SAME, "…xxxx "),
                        new Part(Kind.REMOVED, "riv…"),
                        new Part(Kind.ADDED, "sea"),
                        new Part(Kind.SAME, " yyyy…"));
    }

    private static String text(List<Part> parts, Kind without) {
        return parts.stream()
                .filter(part -> part.kind() != without)
                .map(Part::text)
                .collect(Collectors.joining());
    }

    private static String words(Random random) {
        return IntStream.range(0, random.nextInt(12))
                .mapToObj(i ->
                        List.of("the", "river", "\uD83D\uDE00", " ", "\n", ",").get(random.nextInt(6)))
                .collect(Collectors.joining());
    }
}
