package dev.narrative.console.export;

/** Text within a report in Markdown. */
final class MarkdownText {
    private MarkdownText() {}

    /** Text within a line or a table's cell; nothing in it is markup. */
    static String inline(String text) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ') {
                safe.append(' ');
            } else {
                safe.append("\\|*_<>[]#".indexOf(c) >= 0 ? "\\" : "").append(c);
            }
        }
        return safe.toString();
    }

    /** A block that no run of backticks within ends early. */
    static String fenced(String text) {
        return fenced("", text);
    }

    /** The same, of a language that readers colour. */
    static String fenced(String language, String text) {
        String fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        return fence + language + "\n" + text + "\n" + fence + "\n";
    }
}
