package dev.narrative.core.rules;

import java.util.ArrayList;
import java.util.List;

/** Cuts a value with several patterns at the commas that stand outside parentheses. */
final class PatternList {
    private PatternList() {}

    static List<String> split(String value) {
        List<String> patterns = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else if (c == ',' && depth <= 0) {
                patterns.add(value.substring(start, i).trim());
                start = i + 1;
            }
        }
        patterns.add(value.substring(start).trim());
        return patterns;
    }
}
