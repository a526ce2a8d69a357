package dev.narrative.core.config;

import java.util.ArrayList;
import java.util.List;

/** Cutting texts into parts without regular expressions, whose first use would cost a start-up. */
public final class Texts {
    private Texts() {}

    /** The parts between the commas, trimmed, empty ones left out. */
    public static List<String> list(String text) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            int comma = text.indexOf(',', start);
            int end = comma < 0 ? text.length() : comma;
            String part = text.substring(start, end).trim();
            if (!part.isEmpty()) {
                parts.add(part);
            }
            start = end + 1;
        }
        return List.copyOf(parts);
    }

    /** Regular expressions between commas; a comma within brackets of any kind, or behind a backslash, is part of one. */
    static List<String> listOfPatterns(String text) {
        List<String> patterns = new ArrayList<>();
        boolean inSet = false;
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (inSet) {
                inSet = c != ']';
            } else if (c == '[') {
                inSet = true;
            } else if (c == '(' || c == '{') {
                depth++;
            } else if (c == ')' || c == '}') {
                depth--;
            } else if (c == ',' && depth <= 0) {
                add(patterns, text.substring(start, i));
                start = i + 1;
            }
        }
        add(patterns, text.substring(start));
        return List.copyOf(patterns);
    }

    private static void add(List<String> parts, String part) {
        if (!part.isBlank()) {
            parts.add(part.trim());
        }
    }

    /** The items as one reads them aloud: {@code a, b or c}. */
    static String alternatives(String[] items) {
        StringBuilder text = new StringBuilder(items[0]);
        for (int i = 1; i < items.length; i++) {
            text.append(i == items.length - 1 ? " or " : ", ").append(items[i]);
        }
        return text.toString();
    }
}
