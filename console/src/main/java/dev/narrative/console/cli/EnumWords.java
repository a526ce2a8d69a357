package dev.narrative.console.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Words of the API as attributes have them. */
final class EnumWords {
    private static final String NOTHING = "NONE";

    private EnumWords() {}

    /** In lower case; {@code null} for nothing. */
    static @Nullable String of(@Nullable Enum<?> value) {
        return value == null || value.name().equals(NOTHING)
                ? null
                : value.name().toLowerCase(Locale.ROOT);
    }
}
