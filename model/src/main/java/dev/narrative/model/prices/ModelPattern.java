package dev.narrative.model.prices;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which model names an entry is for: some names, or a regular expression that is compiled when it is first asked. */
final class ModelPattern {
    private final List<String> names;
    private final String regex;
    private volatile @Nullable Pattern compiled;

    private ModelPattern(List<String> names, String regex) {
        this.names = names;
        this.regex = regex;
    }

    static ModelPattern ofName(String name) {
        return new ModelPattern(List.of(name), "");
    }

    /** An expression that is found anywhere in a name, unless {@code ^} and {@code $} say otherwise. */
    static ModelPattern ofRegex(String regex) {
        List<String> names = LiteralNames.of(regex);
        return names == null ? new ModelPattern(List.of(), regex) : new ModelPattern(names, "");
    }

    /**
     * Compiles now what would be compiled later.
     *
     * @throws java.util.regex.PatternSyntaxException when it is no regular expression
     */
    void compile() {
        if (names.isEmpty()) {
            compiled();
        }
    }

    /** Capitals make no difference. An expression that takes far too many steps on a name doesn't match it. */
    boolean matches(String model) {
        for (String name : names) {
            if (name.equalsIgnoreCase(model)) {
                return true;
            }
        }
        if (!names.isEmpty()) {
            return false;
        }
        try {
            return compiled().matcher(new PatientText(model)).find();
        } catch (PatientText.LostPatience | StackOverflowError tooMuch) {
            return false;
        }
    }

    private Pattern compiled() {
        Pattern pattern = compiled;
        if (pattern == null) {
            pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
            compiled = pattern;
        }
        return pattern;
    }
}
