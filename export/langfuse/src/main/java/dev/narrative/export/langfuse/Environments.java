package dev.narrative.export.langfuse;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names of environments: Langfuse stores them as they come, and finds only what is written as it wants them. */
final class Environments {
    private static final int MAX = 40;
    private static final String RESERVED = "langfuse";

    private Environments() {}

    /** The name in lower case with {@code -} for what may not stand in it; {@code null} when none is left. */
    static @Nullable String valid(@Nullable String name) {
        if (name == null) {
            return null;
        }
        String lower = name.strip().toLowerCase(Locale.ROOT);
        StringBuilder valid = new StringBuilder(MAX);
        for (int i = 0; i < lower.length() && valid.length() < MAX; i++) {
            char c = lower.charAt(i);
            boolean allowed = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
            valid.append(allowed ? c : '-');
        }
        return valid.isEmpty() || valid.indexOf(RESERVED) == 0 ? null : valid.toString();
    }
}
