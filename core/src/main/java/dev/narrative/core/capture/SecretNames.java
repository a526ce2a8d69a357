package dev.narrative.core.capture;

import dev.narrative.model.masking.Masking;
import java.util.Locale;

/**
 * Tells by its name whether a field or key holds a secret. Wider than what masking knows of texts, since the type of a
 * value tells here that it is no count or flag.
 */
final class SecretNames {
    static final String MASK = Masking.MASK;

    private static final String[] PARTS = {"token", "cookie", "jwt"};

    private SecretNames() {}

    static boolean isSecret(String name) {
        if (Masking.isSecretName(name)) {
            return true;
        }
        String plain = name.toLowerCase(Locale.ROOT);
        for (String part : PARTS) {
            if (plain.contains(part)) {
                return true;
            }
        }
        return plain.equals("pin");
    }

    /** Whether a value is hidden under such a name: counts of tokens and flags about passwords tell nothing. */
    static boolean hides(Object value) {
        return !(value instanceof Number) && !(value instanceof Boolean);
    }
}
