package dev.narrative.console.server.metrics;

import java.util.List;

/** Names and values of a series in turn, as in {@code ["route", "/health", "status", "200"]}. */
record Labels(List<String> pairs) {
    Labels {
        pairs = List.copyOf(pairs);
        if (pairs.size() % 2 != 0) {
            throw new IllegalArgumentException("a label lacks its value in " + pairs);
        }
    }

    /** The labels in braces, with one more at the end; empty where there are none. */
    String with(String... more) {
        StringBuilder text = new StringBuilder();
        append(pairs, text);
        append(List.of(more), text);
        return text.length() == 0 ? "" : "{" + text + "}";
    }

    private static void append(List<String> pairs, StringBuilder text) {
        for (int i = 0; i < pairs.size(); i += 2) {
            text.append(text.length() == 0 ? "" : ",").append(pairs.get(i)).append("=\"");
            text.append(pairs.get(i + 1)
                            .replace("\\", "\\\\")
                            .replace("\"", "\\\"")
                            .replace("\n", "\\n"))
                    .append('"');
        }
    }
}
