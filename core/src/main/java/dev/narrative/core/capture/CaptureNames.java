package dev.narrative.core.capture;

import java.util.List;

/** The names under which an application's values are kept. */
public final class CaptureNames {
    /** Bare names to which Langfuse gives a meaning of its own, wherever they stand. */
    private static final List<String> RESERVED =
            List.of("model", "prompt", "events", "tool_arguments", "tool_response");

    private static final int MAX_NAME = 128;

    private CaptureNames() {}

    /**
     * Checks a name.
     *
     * @throws IllegalArgumentException when it can't be one; the message says why
     */
    public static void check(String name) {
        if (name.isEmpty() || name.length() > MAX_NAME) {
            throw new IllegalArgumentException("must have a name of 1 to " + MAX_NAME + " characters");
        }
        for (int i = 0; i < name.length(); i++) {
            if (Character.isWhitespace(name.charAt(i)) || Character.isISOControl(name.charAt(i))) {
                throw new IllegalArgumentException("must have a name without blanks");
            }
        }
    }

    /** The attribute that a name stands for: itself, or another one where its own would be taken for something else. */
    public static String attribute(String name) {
        if (name.equals("input") || name.equals("output")) {
            return "narrative." + name;
        }
        return RESERVED.contains(name) ? "narrative.captured." + name : name;
    }
}
