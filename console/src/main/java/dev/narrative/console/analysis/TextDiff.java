package dev.narrative.console.analysis;

import java.util.ArrayList;
import java.util.List;

/** Where two texts differ, word by word. */
public final class TextDiff {
    /** Less than this that is the same between two edits only makes them hard to read. */
    private static final int SHORTEST_BRIDGE = 4;

    private static final String ELLIPSIS = "…";

    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder removed = new StringBuilder();
    private final StringBuilder added = new StringBuilder();
    private final StringBuilder same = new StringBuilder();

    private TextDiff() {}

    /** What became of a part. */
    public enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    /** A part of either text, or of both. */
    public record Part(Kind kind, String text) {}

    /** The parts in their order; where something was replaced, what was removed stands before what was added. */
    public static List<Part> of(String before, String after) {
        List<String> a = TextWords.of(before);
        List<String> b = TextWords.of(after);
        int most = Math.min(a.size(), b.size());
        int prefix = 0;
        while (prefix < most && a.get(prefix).equals(b.get(prefix))) {
            prefix++;
        }
        int suffix = 0;
        while (suffix < most - prefix && a.get(a.size() - 1 - suffix).equals(b.get(b.size() - 1 - suffix))) {
            suffix++;
        }
        TextDiff diff = new TextDiff();
        diff.add(new Part(Kind.SAME, String.join("", a.subList(0, prefix))));
        ShortestEdit.of(a.subList(prefix, a.size() - suffix), b.subList(prefix, b.size() - suffix))
                .forEach(diff::add);
        diff.add(new Part(Kind.SAME, String.join("", a.subList(a.size() - suffix, a.size()))));
        diff.end();
        return diff.parts;
    }

    /**
     * The parts with what is the same, and what is long, cut to a beginning and an end.
     *
     * @param context the characters of a part that is the same which stay beside an edit
     * @param longest the characters that stay of an edit
     */
    public static List<Part> brief(List<Part> parts, int context, int longest) {
        List<Part> brief = new ArrayList<>(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            boolean isSame = part.kind() == Kind.SAME;
            int head = isSame ? (i == 0 ? 0 : context) : longest;
            int tail = isSame && i < parts.size() - 1 ? context : 0;
            brief.add(new Part(part.kind(), cut(part.text(), head, tail)));
        }
        return brief;
    }

    private static String cut(String text, int head, int tail) {
        int length = text.codePointCount(0, text.length());
        if (length <= head + tail + ELLIPSIS.length()) {
            return text;
        }
        String begin = text.substring(0, text.offsetByCodePoints(0, head));
        return begin + ELLIPSIS + text.substring(text.offsetByCodePoints(text.length(), -tail));
    }

    private void add(Part part) {
        if (part.kind() == Kind.SAME) {
            same.append(part.text());
            return;
        }
        boolean isBridge =
                removed.length() + added.length() > 0 && same.toString().strip().length() < SHORTEST_BRIDGE;
        if (isBridge) {
            removed.append(same);
            added.append(same);
            same.setLength(0);
        } else {
            end();
        }
        (part.kind() == Kind.REMOVED ? removed : added).append(part.text());
    }

    private void end() {
        flush(Kind.REMOVED, removed);
        flush(Kind.ADDED, added);
        flush(Kind.SAME, same);
    }

    private void flush(Kind kind, StringBuilder text) {
        if (text.length() > 0) {
            parts.add(new Part(kind, text.toString()));
            text.setLength(0);
        }
    }
}
