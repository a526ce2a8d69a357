package dev.narrative.core.config;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One key of the configuration: where it is looked up, what it means, what it is when nothing is said. Equal only to
 * itself, so that looking up a value during start-up needs no generated {@code hashCode}.
 */
public final class Setting<T> {
    private final String key;
    private final Type<T> type;
    private final @Nullable String defaultText;
    private final boolean live;
    private final String doc;
    private final List<Standard<T>> standards;

    /** What the default says, once somebody has asked: it is asked for with every call. */
    private volatile @Nullable T parsedDefault;

    private Setting(
            String key,
            Type<T> type,
            @Nullable String defaultText,
            boolean live,
            String doc,
            List<Standard<T>> standards) {
        this.key = key;
        this.type = type;
        this.defaultText = defaultText;
        this.live = live;
        this.doc = doc;
        this.standards = standards;
    }

    /** A setting that takes effect at the next start. */
    static <T> Setting<T> fixed(String key, Type<T> type, @Nullable String defaultText, String doc) {
        return new Setting<>(key, type, defaultText, false, doc, List.of());
    }

    /** A setting whose change in the file takes effect without restart. */
    static <T> Setting<T> live(String key, Type<T> type, @Nullable String defaultText, String doc) {
        return new Setting<>(key, type, defaultText, true, doc, List.of());
    }

    /**
     * The same setting with one more key, looked up after those that are there already: one of OpenTelemetry's, or one of
     * ours that says the same for more than this.
     */
    Setting<T> under(String standardKey) {
        return under(standardKey, type);
    }

    /** As {@link #under(String)}, where OpenTelemetry writes the value in another way. */
    Setting<T> under(String standardKey, Type<T> standardType) {
        List<Standard<T>> more = new ArrayList<>(standards);
        more.add(new Standard<>(standardKey, standardType));
        return new Setting<>(key, type, defaultText, live, doc, List.copyOf(more));
    }

    /** The name in the properties file and as a system property; capitals and underscores make the variable's name. */
    public String key() {
        return key;
    }

    public Type<T> type() {
        return type;
    }

    /** The value when nothing is said, as one would write it; {@code null} when there is none. */
    public @Nullable String defaultText() {
        return defaultText;
    }

    /** The value when nothing is said; {@code null} when there is none. */
    public @Nullable T defaultValue() {
        T parsed = parsedDefault;
        if (parsed == null && defaultText != null) {
            parsed = type.parse(defaultText);
            parsedDefault = parsed;
        }
        return parsed;
    }

    /** Whether a change of the file takes effect without restart. */
    public boolean live() {
        return live;
    }

    /** One line for the reference page. */
    public String doc() {
        return doc;
    }

    /** The keys that are honoured underneath, OpenTelemetry's most of them; the first that is set wins. */
    public List<Standard<T>> standards() {
        return standards;
    }

    @Override
    public String toString() {
        return key;
    }

    /** A key that is honoured underneath, mostly {@code otel.…}, and how its value is read. */
    public record Standard<T>(String key, Type<T> type) {}

    /** Reads a value; a wrong one gives an {@link IllegalArgumentException} whose message says what is expected. */
    public interface Type<T> {
        T parse(String text);

        /** What was wrong in a part of the value and is not in it, one sentence each; the rest holds. */
        default List<String> leftOut(T value) {
            return List.of();
        }

        /** How the reference page names the type, with its unit, such as {@code duration} or {@code true | false}. */
        String describe();
    }
}
