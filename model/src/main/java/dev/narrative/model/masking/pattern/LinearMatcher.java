package dev.narrative.model.masking.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what any of some patterns matches: the leftmost match, the longest of those, then the next one behind it. The
 * text is read once from its end, which tells where matches begin, and once more from each of those places as far as a
 * match may reach. Where that reading goes too often too far beyond the matches, the rest of the text counts as one, so
 * that the time stays linear whatever pattern and text are.
 */
public final class LinearMatcher {
    /** What is read in vain before the rest of the text is given up, beyond the text's own length. */
    private static final int VAIN = 1_000;

    private static final int MAX_STATES = 2_000;

    private final CharClasses classes;
    private final LazyAutomaton backward;
    private final LazyAutomaton forward;

    private LinearMatcher(Node root) {
        Program there = new ProgramBuilder(false, Integer.MAX_VALUE).build(root);
        Program back = new ProgramBuilder(true, Integer.MAX_VALUE).build(root);
        classes = new CharClasses(there);
        forward = new LazyAutomaton(there, classes, false);
        backward = new LazyAutomaton(back, classes, true);
    }

    /**
     * A matcher of all patterns at once.
     *
     * @throws IllegalArgumentException when one of them is wrong
     */
    public static LinearMatcher of(List<String> patterns) {
        List<Node> nodes = new ArrayList<>();
        for (String pattern : patterns) {
            nodes.add(parse(pattern));
        }
        return new LinearMatcher(new Node.Choice(nodes));
    }

    /**
     * Reads a pattern in vain.
     *
     * @throws IllegalArgumentException when it is wrong; the message says why, as in "has no ) for its ("
     */
    public static void check(String pattern) {
        parse(pattern);
    }

    private static Node parse(String pattern) {
        Node node = new PatternParser(pattern).parse();
        if (new ProgramBuilder(false, MAX_STATES).build(node).matchesNothing()) {
            throw new IllegalArgumentException("matches where there is nothing; write + rather than *");
        }
        return node;
    }

    /** Tells of every match, in order. */
    public void find(String text, Matches found) {
        read(text, found);
    }

    /** Finds all matches, and gives the number of characters that were read for that. */
    long read(String text, Matches found) {
        long read = text.length();
        BitSet begins = begins(text);
        if (begins == null) {
            return read;
        }
        int vain = 0;
        for (int from = begins.nextSetBit(0); from >= 0; ) {
            long match = longest(text, from);
            int end = (int) match;
            int reach = (int) (match >> 32);
            read += reach - from;
            vain += reach - end;
            if (vain > text.length() + VAIN) {
                found.add(from, text.length());
                return read;
            }
            found.add(from, end);
            from = begins.nextSetBit(end);
        }
        return read;
    }

    /** Where matches begin. */
    private @Nullable BitSet begins(String text) {
        BitSet begins = null;
        LazyAutomaton.State state = backward.start(Neighbour.EDGE);
        for (int i = text.length() - 1; i >= -1; i--) {
            state = backward.next(state, i < 0 ? classes.edge() : classes.of(text.charAt(i)));
            if (state.matched()) {
                if (begins == null) {
                    begins = new BitSet(text.length());
                }
                begins.set(i + 1);
            }
        }
        return begins;
    }

    /** Where the longest match from here ends, in the lower half, and how far was read to know that. */
    private long longest(String text, int from) {
        Neighbour before = from == 0 ? Neighbour.EDGE : classes.neighbour(classes.of(text.charAt(from - 1)));
        LazyAutomaton.State state = forward.start(before);
        int end = from;
        int i = from;
        while (true) {
            state = forward.next(state, i == text.length() ? classes.edge() : classes.of(text.charAt(i)));
            if (state.matched()) {
                end = i;
            }
            if (i == text.length() || state.isDead()) {
                return (long) i << 32 | end;
            }
            i++;
        }
    }

    /** Is told of matches. */
    public interface Matches {
        /** A match; never empty. */
        void add(int from, int to);
    }
}
