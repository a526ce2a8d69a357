package dev.narrative.model.prices;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads expressions that only list whole names, {@code (?:^gpt-4o$|^gpt-4o-2024-08-06$)}. Most of the table's are such,
 * and comparing names spares the first call of a process some milliseconds of compiling.
 */
final class LiteralNames {
    private static final String GROUP = "(?:";

    private LiteralNames() {}

    /** The names, {@code null} when the expression does more than list them. */
    static @Nullable List<String> of(String regex) {
        boolean isGroup = regex.startsWith(GROUP) && regex.endsWith(")");
        String list = isGroup ? regex.substring(GROUP.length(), regex.length() - 1) : regex;
        List<String> names = new ArrayList<>(4);
        int start = 0;
        while (start <= list.length()) {
            int bar = list.indexOf('|', start);
            int end = bar < 0 ? list.length() : bar;
            String name = name(list, start, end);
            if (name == null) {
                return null;
            }
            names.add(name);
            start = end + 1;
        }
        return names;
    }

    private static @Nullable String name(String list, int start, int end) {
        if (end - start < 3 || list.charAt(start) != '^' || list.charAt(end - 1) != '$') {
            return null;
        }
        StringBuilder name = new StringBuilder(end - start);
        for (int i = start + 1; i < end - 1; i++) {
            char c = list.charAt(i);
            if (c == '\\' && list.charAt(i + 1) == '.') {
                i++;
                name.append('.');
            } else if (isPlain(c)) {
                name.append(c);
            } else {
                return null;
            }
        }
        return name.toString();
    }

    private static boolean isPlain(char c) {
        return Character.isLetterOrDigit(c) || "-_/:@ ".indexOf(c) >= 0;
    }
}
