package dev.narrative.core.capture;

/** JSON that stops taking in contents at its bound but still closes what it opened, so that it can be parsed. */
final class JsonText {
    private final StringBuilder out = new StringBuilder(128);
    private final int maxLength;

    JsonText(int maxLength) {
        this.maxLength = maxLength;
    }

    /** How many more characters of contents fit. */
    int room() {
        return maxLength - out.length();
    }

    boolean isFull() {
        return room() <= 0;
    }

    JsonText raw(String text) {
        out.append(text);
        return this;
    }

    /** A text with its escapes, which may make it longer than its bound: then it ends early. */
    JsonText quoted(String text) {
        out.append('"');
        for (int i = 0; i < text.length() && out.length() < maxLength + 200; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> plain(c);
            }
        }
        out.append('"');
        return this;
    }

    private void plain(char c) {
        if (c >= 0x20 && c != 0x7f) {
            out.append(c);
            return;
        }
        out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 0xf, 16));
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
