package dev.narrative.model.masking.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinearMatcherTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "ORD-\\d{6} ! an ORD-123456, ORD-12345 and ORD-1234567 ! an <ORD-123456>, ORD-12345 and <ORD-123456>7",
                "\\bORD-\\d{6}\\b ! ORD-123456 xORD-123456 ORD-1234567 ! <ORD-123456> xORD-123456 ORD-1234567",
                "(?i)customer [a-z]+ ! Customer Ann, CUSTOMER BOB ! <Customer Ann>, <CUSTOMER BOB>",
                "a|ab|abc ! abcd xab ! <abc>d x<ab>",
                "x(ab)*y ! xy xaby xababy xay ! <xy> <xaby> <xababy> xay",
                "a{2,3} ! a aa aaaa ! a <aa> <aaa>a",
                "a{2,} ! a aa aaaaa ! a <aa> <aaaaa>",
                "^ab ! abab ! <ab>ab",
                "ab$ ! abab ! ab<ab>",
                "[^,;]+@corp ! a,bob@corp;c ! a,<bob@corp>;c",
                "[]x-]+ ! a]x-b ! a<]x->b",
                "\\x41\\u0042\\.\\[ ! zAB.[z ! z<AB.[>z",
                "é+\\W漢 ! aéé-漢b ! a<éé-漢>b",
                "\\Bb ! ab b ! a<b> b",
                "(a|b)?c ! c ac bc cc ! <c> <ac> <bc> <c><c>",
                "[\\d-]+ ! 1-2 - ! <1-2> <->",
                "nothing ! here it is not ! here it is not"
            })
    void findsTheLeftmostAndLongest(String pattern, String text, String expected) {
        assertThat(marked(LinearMatcher.of(List.of(pattern)), text)).isEqualTo(expected);
    }

    @Test
    void findsWhatAnyOfThePatternsMatches() {
        LinearMatcher matcher = LinearMatcher.of(List.of("a+", "b\\d", "ab"));

        assertThat(marked(matcher, "aab1 ab b")).isEqualTo("<aa><b1> <ab> b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "(a ! has no ) for its (",
                "a) ! has a ) without its (",
                "[a ! has no ] for its [",
                "[] ! has no ] for its [",
                "*a ! has nothing that the * could repeat",
                "a** ! has nothing that the * could repeat",
                "a+? ! lazy and possessive repetition are unknown",
                "^+a ! has nothing that the + could repeat",
                "a{x} ! has a { without counts",
                "a{3,2} ! whose m is smaller than n",
                "a{1 ! has a { without its }",
                "a{2000} ! has a { without counts from 0 to 1000",
                "(a{1000}){3} ! is too large",
                "(?=a)b ! has a (? that is unknown",
                "(a)\\1 ! has an unknown \\1",
                "a\\ ! ends with a backslash",
                "\\x4 ! has a \\x without two hex digits",
                "[z-a] ! has a range z-a",
                "[a[b]] ! has a set within a set",
                "()a ! has an empty group",
                "a* ! matches where there is nothing",
                "\\b ! matches where there is nothing",
                "(a|) ! matches where there is nothing"
            })
    void refusesWhatIsWrong_andSaysWhy(String pattern, String why) {
        assertThatThrownBy(() -> LinearMatcher.check(pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void refusesGroupsWithoutEnd() {
        assertThatThrownBy(() -> LinearMatcher.check("(".repeat(100_000)))
                .hasMessageContaining("groups within each other");
    }

    /** Counts, so that no clock decides: so many characters are read, however often a match is begun in vain. */
    @ParameterizedTest
    @ValueSource(strings = {"(a+)+b", "(a|a)*b", "a.*b|a", "a+a+a+", "(a?){30}a{30}", ".*.*.*x|a", "a{1,50}b|aa"})
    void readsEachCharacterAFewTimes(String pattern) {
        LinearMatcher matcher = LinearMatcher.of(List.of(pattern));
        String text = "a".repeat(20_000);

        assertThat(matcher.read(text, (from, to) -> {})).isLessThan(5L * text.length());
    }

    @Test
    void agreesWithTheJdk_whereMatchesBegin() {
        Random random = new Random(42);
        for (int i = 0; i < 3_000; i++) {
            String pattern = pattern(random, 3);
            LinearMatcher ours;
            try {
                ours = LinearMatcher.of(List.of(pattern));
            } catch (IllegalArgumentException matchesNothing) {
                continue;
            }
            Matcher theirs = Pattern.compile(pattern).matcher("");
            for (int j = 0; j < 10; j++) {
                compare(pattern, ours, theirs, text(random));
            }
        }
    }

    private static void compare(String pattern, LinearMatcher ours, Matcher theirs, String text) {
        List<int[]> found = new ArrayList<>();
        ours.find(text, (from, to) -> found.add(new int[] {from, to}));
        theirs.reset(text).useTransparentBounds(true).useAnchoringBounds(false);
        assertThat(theirs.find()).as("%s in %s", pattern, text).isEqualTo(!found.isEmpty());
        if (found.isEmpty()) {
            return;
        }
        int[] first = found.get(0);
        assertThat(first[0]).as("%s in %s", pattern, text).isEqualTo(theirs.start());
        assertThat(first[1]).as("%s in %s", pattern, text).isGreaterThanOrEqualTo(theirs.end());
        for (int[] match : found) {
            assertThat(theirs.region(match[0], match[1]).matches())
                    .as("%s in %s", pattern, text)
                    .isTrue();
        }
    }

    private static String pattern(Random random, int depth) {
        String[] atoms = {"a", "b", "[ab]", "[^a]", "\\w", "\\d", ".", "\\b", "^", "$", "ab", "\\B"};
        StringBuilder pattern = new StringBuilder();
        for (int parts = random.nextInt(3); parts >= 0; parts--) {
            int kind = random.nextInt(depth > 0 ? 4 : 1);
            String inner = kind == 0 ? atoms[random.nextInt(atoms.length)] : "(" + pattern(random, depth - 1) + ")";
            String[] repeats = {"", "*", "+", "?", "{2}", "{1,3}", "{2,}"};
            boolean place = "\\b^$\\B".contains(inner) || inner.equals("ab");
            // Groups at most once: where a round of a loop takes nothing, the JDK leaves the loop and misses matches.
            String repeat = kind == 0 ? repeats[random.nextInt(repeats.length)] : random.nextBoolean() ? "?" : "";
            pattern.append(inner).append(place ? "" : repeat);
            if (parts > 0 && random.nextInt(4) == 0) {
                pattern.append('|');
            }
        }
        return pattern.toString();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append("aab1 _-".charAt(random.nextInt(7)));
        }
        return text.toString();
    }

    private static String marked(LinearMatcher matcher, String text) {
        StringBuilder marked = new StringBuilder();
        int[] copied = {0};
        matcher.find(text, (from, to) -> {
            marked.append(text, copied[0], from)
                    .append('<')
                    .append(text, from, to)
                    .append('>');
            copied[0] = to;
        });
        return marked.append(text, copied[0], text.length()).toString();
    }
}
