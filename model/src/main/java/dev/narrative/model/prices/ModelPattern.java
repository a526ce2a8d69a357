package dev.narrative.model.prices;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which model names an entry is for: one name, or a regular expression that is compiled when it is first asked. */
final class ModelPattern {
    private final String text;
    private final boolean isName;
    private volatile @Nullable Pattern compiled;

    private ModelPattern(String text, boolean isName) {
        this.text = text;
        this.isName = isName;
    }

    static ModelPattern ofName(String name) {
        return new ModelPattern(name, true);
    }

    /** An expression that is found anywhere in a name, unless {@code ^} and {@code $} say otherwise. */
    static ModelPattern ofRegex(String regex) {
        return new ModelPattern(regex, false);
    }

    /**
     * Compiles now what would be compiled later.
     *
     * @throws java.util.regex.PatternSyntaxException when it is no regular expression
     */
    void compile() {
        if (!isName) {
            compiled();
        }
    }

    /** Capitals make no difference. An expression that takes far too many steps on a name doesn't match it. */
    boolean matches(String model) {
        if (isName) {
            return text.equalsIgnoreCase(model);
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
            pattern = Pattern.compile(text, Pattern.CASE_INSENSITIVE);
            compiled = pattern;
        }
        return pattern;
    }
}
