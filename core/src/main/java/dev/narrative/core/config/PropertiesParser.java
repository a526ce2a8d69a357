package dev.narrative.core.config;

import java.util.ArrayList;
import java.util.List;

/** Reads the format of {@link java.util.Properties}; a line that is torn is reported and left out. */
final class PropertiesParser {
    private static final char REPLACEMENT = '\ufffd';

    private final String name;
    private final String text;
    private final List<PropertiesFile.Line> lines = new ArrayList<>();
    private final List<ConfigProblem> problems = new ArrayList<>();
    private int at;
    private int lineNumber;

    PropertiesParser(String name, String text) {
        this.name = name;
        this.text = text;
        this.at = text.startsWith("\ufeff") ? 1 : 0;
    }

    PropertiesFile parse() {
        while (at < text.length()) {
            String line = physicalLine().stripLeading();
            int number = lineNumber;
            if (line.isEmpty() || line.charAt(0) == '#' || line.charAt(0) == '!') {
                continue;
            }
            StringBuilder logical = new StringBuilder(line);
            while (endsInContinuation(logical)) {
                logical.setLength(logical.length() - 1);
                if (at >= text.length()) {
                    break;
                }
                logical.append(physicalLine().stripLeading());
            }
            property(number, logical);
        }
        return new PropertiesFile(name, List.copyOf(lines), List.copyOf(problems));
    }

    private String physicalLine() {
        int start = at;
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        String line = text.substring(start, at);
        if (at < text.length()) {
            boolean pair = text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
            at += pair ? 2 : 1;
        }
        lineNumber++;
        return line;
    }

    private static boolean endsInContinuation(StringBuilder line) {
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private void property(int number, StringBuilder line) {
        int keyEnd = 0;
        while (keyEnd < line.length() && !isSeparator(line.charAt(keyEnd))) {
            keyEnd += line.charAt(keyEnd) == '\\' ? 2 : 1;
        }
        keyEnd = Math.min(keyEnd, line.length());
        int valueStart = skipBlanks(line, keyEnd);
        if (valueStart < line.length() && (line.charAt(valueStart) == '=' || line.charAt(valueStart) == ':')) {
            valueStart = skipBlanks(line, valueStart + 1);
        }
        try {
            String key = unescape(line, 0, keyEnd);
            String value = unescape(line, valueStart, line.length()).stripTrailing();
            if (key.isEmpty()) {
                report(number, "the line has no key", "write key = value");
            } else if (line.indexOf("" + REPLACEMENT) >= 0) {
                report(number, key + " holds bytes that are not UTF-8", "save the file as UTF-8");
            } else {
                lines.add(new PropertiesFile.Line(number, key, value));
            }
        } catch (IllegalArgumentException e) {
            report(number, String.valueOf(e.getMessage()), "write four hex digits, or \\\\ for a backslash");
        }
    }

    private void report(int number, String what, String advice) {
        problems.add(new ConfigProblem(name, number, what, advice));
    }

    private static boolean isSeparator(char c) {
        return c == '=' || c == ':' || isBlank(c);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\f';
    }

    private static int skipBlanks(StringBuilder line, int from) {
        int i = from;
        while (i < line.length() && isBlank(line.charAt(i))) {
            i++;
        }
        return i;
    }

    private static String unescape(StringBuilder line, int from, int to) {
        StringBuilder result = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            char c = line.charAt(i);
            if (c != '\\' || i + 1 == to) {
                result.append(c);
                continue;
            }
            char escaped = line.charAt(++i);
            if (escaped == 'u') {
                result.append(hex(line, i + 1, to));
                i += 4;
            } else {
                result.append(control(escaped));
            }
        }
        return result.toString();
    }

    private static char control(char escaped) {
        return switch (escaped) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 'f' -> '\f';
            default -> escaped;
        };
    }

    private static char hex(StringBuilder line, int from, int to) {
        int value = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = i < to ? Character.digit(line.charAt(i), 16) : -1;
            if (digit < 0) {
                throw new IllegalArgumentException("the escape \\u is torn");
            }
            value = value << 4 | digit;
        }
        return (char) value;
    }
}
