package dev.narrative.core.capture;

import java.util.ArrayList;
import java.util.List;

/** Reads {@code root.step.step[0]}. */
final class CapturePathParser {
    private static final int MAX_STEPS = 16;

    private final String text;
    private final List<String> parts = new ArrayList<>();

    CapturePathParser(String text) {
        this.text = text.trim();
    }

    CapturePath parse() {
        split();
        String first = parts.get(0);
        List<String> steps = parts.subList(1, parts.size());
        if (steps.size() > MAX_STEPS) {
            throw new IllegalArgumentException("'" + text + "' has more than " + MAX_STEPS + " steps");
        }
        return switch (first) {
            case "this" -> new CapturePath(text, CapturePath.Root.THIS, -1, steps);
            case "return" -> new CapturePath(text, CapturePath.Root.RETURN, -1, steps);
            case "error" -> new CapturePath(text, CapturePath.Root.ERROR, -1, steps);
            default -> new CapturePath(text, CapturePath.Root.ARGUMENT, index(first), steps);
        };
    }

    private int index(String first) {
        boolean digits = !first.isEmpty() && first.length() <= 3;
        for (int i = 0; i < first.length(); i++) {
            digits &= first.charAt(i) >= '0' && first.charAt(i) <= '9';
        }
        if (!digits || Integer.parseInt(first) > 254) {
            throw new IllegalArgumentException(
                    "'" + text + "' must begin with an argument's number from 0, or with this, return or error");
        }
        return Integer.parseInt(first);
    }

    private void split() {
        StringBuilder part = new StringBuilder();
        boolean closed = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                addUnless(closed, part);
                closed = false;
            } else if (c == '[') {
                addUnless(closed, part);
                i = bracket(i);
                closed = true;
            } else if (closed || c == ']' || c == '{' || c == '}' || Character.isWhitespace(c)) {
                throw new IllegalArgumentException("'" + text + "' has an unexpected '" + c + "'");
            } else {
                part.append(c);
            }
        }
        addUnless(closed, part);
    }

    private int bracket(int open) {
        int close = text.indexOf(']', open);
        if (close < 0 || close == open + 1) {
            throw new IllegalArgumentException("'" + text + "' must name an index or a key between [ and ]");
        }
        parts.add(text.substring(open + 1, close));
        return close;
    }

    private void addUnless(boolean closed, StringBuilder part) {
        if (closed) {
            return;
        }
        String step = part.toString();
        part.setLength(0);
        if (step.endsWith("()")) {
            step = step.substring(0, step.length() - 2);
        }
        if (step.isEmpty()) {
            throw new IllegalArgumentException("'" + text + "' has an empty step");
        }
        parts.add(step);
    }
}
