package dev.narrative.model.masking.pattern;

/** Reads a set of characters in brackets, such as {@code [^a-z\d]}. */
final class CharSetParser {
    private final String text;
    private int at;

    /**
     * A reader.
     *
     * @param at behind the opening bracket
     */
    CharSetParser(String text, int at) {
        this.text = text;
        this.at = at;
    }

    CharRanges parse() {
        boolean negated = at < text.length() && text.charAt(at) == '^';
        if (negated) {
            at++;
        }
        CharRanges set = CharRanges.NONE;
        for (boolean first = true; ; first = false) {
            if (at == text.length()) {
                throw new IllegalArgumentException("has no ] for its [");
            }
            if (text.charAt(at) == ']' && !first) {
                at++;
                break;
            }
            set = set.or(range());
        }
        CharRanges result = negated ? set.complement() : set;
        if (result.isEmpty()) {
            throw new IllegalArgumentException("has a set of no characters");
        }
        return result;
    }

    /** Behind the closing bracket. */
    int end() {
        return at;
    }

    private CharRanges range() {
        if (text.startsWith("&&", at) || text.charAt(at) == '[') {
            throw new IllegalArgumentException("has a set within a set; write \\[ or \\& for the character");
        }
        int begin = at;
        CharRanges first = element();
        boolean range = at + 1 < text.length() && text.charAt(at) == '-' && text.charAt(at + 1) != ']';
        if (!range) {
            return first;
        }
        int dash = at++;
        CharRanges last = element();
        int low = first.single();
        int high = last.single();
        if (low < 0 || high < low) {
            throw new IllegalArgumentException("has a range " + text.substring(begin, at)
                    + " that does not go from one character up to another; write \\- for the dash at " + (dash + 1));
        }
        return CharRanges.of(low, high);
    }

    private CharRanges element() {
        char c = text.charAt(at);
        if (c != '\\') {
            at++;
            return CharRanges.of(c, c);
        }
        Escape escape = Escape.read(text, at);
        at = escape.end();
        return escape.set();
    }
}
