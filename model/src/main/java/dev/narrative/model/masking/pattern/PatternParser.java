package dev.narrative.model.masking.pattern;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a pattern: what regular expressions commonly have, but for what can't be matched in linear time (references back,
 * looking ahead and behind) and for what makes no difference where the longest match counts (lazy repetition).
 */
final class PatternParser {
    private static final String ANY_CASE = "(?i)";
    private static final int MAX_DEPTH = 50;
    private static final int MAX_COUNT = 1_000;

    private final String text;
    private final boolean anyCase;
    private int at;
    private int depth;

    PatternParser(String text) {
        this.text = text;
        this.anyCase = text.startsWith(ANY_CASE);
        this.at = anyCase ? ANY_CASE.length() : 0;
    }

    /**
     * Reads all of it.
     *
     * @throws IllegalArgumentException when it is wrong; the message goes on from "the pattern …"
     */
    Node parse() {
        Node node = choice();
        if (at < text.length()) {
            throw new IllegalArgumentException("has a ) without its (");
        }
        return node;
    }

    private Node choice() {
        List<Node> parts = new ArrayList<>();
        parts.add(sequence());
        while (peek('|')) {
            at++;
            parts.add(sequence());
        }
        return parts.size() == 1 ? parts.get(0) : new Node.Choice(parts);
    }

    private Node sequence() {
        List<Node> parts = new ArrayList<>();
        while (at < text.length() && !peek('|') && !peek(')')) {
            parts.add(repeated());
        }
        return parts.size() == 1 ? parts.get(0) : new Node.Sequence(parts);
    }

    private Node repeated() {
        Node part = one();
        boolean place = part instanceof Node.Place;
        int begin = at;
        if (at < text.length()) {
            switch (text.charAt(at)) {
                case '*' -> part = repeat(part, 0, Node.Repeat.ENDLESS);
                case '+' -> part = repeat(part, 1, Node.Repeat.ENDLESS);
                case '?' -> part = repeat(part, 0, 1);
                case '{' -> part = counted(part);
                default -> {
                    return part;
                }
            }
        }
        if (at > begin && (place || (at < text.length() && "*+?{".indexOf(text.charAt(at)) >= 0))) {
            throw new IllegalArgumentException("has nothing that the " + text.charAt(place ? begin : at)
                    + " could repeat; the longest match counts always, lazy and possessive repetition are unknown");
        }
        return part;
    }

    private Node repeat(Node part, int least, int most) {
        at++;
        return new Node.Repeat(part, least, most);
    }

    private Node counted(Node part) {
        int close = text.indexOf('}', at);
        int comma = text.indexOf(',', at);
        if (close < 0) {
            throw new IllegalArgumentException("has a { without its }; write \\{ for the character");
        }
        boolean range = comma > 0 && comma < close;
        int least = count(at + 1, range ? comma : close);
        int most = !range ? least : comma + 1 == close ? Node.Repeat.ENDLESS : count(comma + 1, close);
        if (most == 0 || (most != Node.Repeat.ENDLESS && most < least)) {
            throw new IllegalArgumentException("has a {n,m} whose m is smaller than n, or 0");
        }
        at = close + 1;
        return new Node.Repeat(part, least, most);
    }

    private int count(int from, int to) {
        try {
            int count = Integer.parseInt(text, from, to, 10);
            if (count >= 0 && count <= MAX_COUNT) {
                return count;
            }
        } catch (NumberFormatException e) {
            // the message below says what is expected
        }
        throw new IllegalArgumentException("has a { without counts from 0 to " + MAX_COUNT + " as in {2,4}");
    }

    private Node one() {
        char c = text.charAt(at);
        return switch (c) {
            case '(' -> group();
            case '[' -> set();
            case '.' -> single(new Node.OneOf(CharRanges.ALL_BUT_LINE_ENDS));
            case '^' -> single(new Node.Place(Op.TEXT_BEGIN));
            case '$' -> single(new Node.Place(Op.TEXT_END));
            case '\\' -> escaped();
            case '*', '+', '?', '{' ->
                throw new IllegalArgumentException(
                        "has nothing that the " + c + " could repeat; write \\" + c + " for the character");
            default -> single(oneOf(CharRanges.of(c, c)));
        };
    }

    private Node single(Node node) {
        at++;
        return node;
    }

    private Node set() {
        CharSetParser set = new CharSetParser(text, at + 1);
        CharRanges chars = set.parse();
        at = set.end();
        return oneOf(chars);
    }

    private Node escaped() {
        if (text.startsWith("\\b", at) || text.startsWith("\\B", at)) {
            at += 2;
            return new Node.Place(text.charAt(at - 1) == 'b' ? Op.WORD_EDGE : Op.NO_WORD_EDGE);
        }
        Escape escape = Escape.read(text, at);
        at = escape.end();
        return oneOf(escape.set());
    }

    private Node group() {
        at++;
        if (text.startsWith("?:", at)) {
            at += 2;
        } else if (peek('?')) {
            throw new IllegalArgumentException("has a (? that is unknown; there are ( ), (?: ) and, in front, (?i)");
        }
        if (++depth > MAX_DEPTH) {
            throw new IllegalArgumentException("has more than " + MAX_DEPTH + " groups within each other");
        }
        int begin = at;
        Node node = choice();
        if (!peek(')')) {
            throw new IllegalArgumentException("has no ) for its (");
        }
        if (at == begin) {
            throw new IllegalArgumentException("has an empty group");
        }
        at++;
        depth--;
        return node;
    }

    private Node oneOf(CharRanges set) {
        return new Node.OneOf(anyCase ? set.inAnyCase() : set);
    }

    private boolean peek(char c) {
        return at < text.length() && text.charAt(at) == c;
    }
}
