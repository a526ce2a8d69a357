package dev.narrative.core.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One key of the configuration: where it is looked up, what it means, what it is when nothing is said.
 *
 * @param key the name in the properties file and as a system property, {@code narrative.…}; the environment variable
 *     is the same in capitals with underscores
 * @param standard the OpenTelemetry key that is honoured underneath, {@code otel.…}, when there is one
 * @param type how a value is read
 * @param defaultText the value when nothing is said, as one would write it; {@code null} when there is none
 * @param live whether a change of the file takes effect without restart
 * @param doc one line for the reference page
 */
public record Setting<T>(
        String key,
        @Nullable String standard,
        Type<T> type,
        @Nullable String defaultText,
        boolean live,
        String doc) {

    /** Reads a value; a wrong one gives an {@link IllegalArgumentException} whose message says what is expected. */
    public interface Type<T> {
        T parse(String text);

        /** How the reference page names the type, with its unit, such as {@code duration} or {@code true | false}. */
        String describe();
    }

    /** A list value, separated by commas, each item trimmed, empty items left out. */
    public interface ListType extends Type<List<String>> {}
}
