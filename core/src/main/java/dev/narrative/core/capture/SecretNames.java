package dev.narrative.core.capture;

import java.util.Locale;

/** Tells by its name whether a field or key holds a secret. */
final class SecretNames {
    static final String MASK = "***";

    private static final String[] PARTS = {
        "password",
        "passwd",
        "passphrase",
        "secret",
        "token",
        "apikey",
        "accesskey",
        "privatekey",
        "authorization",
        "credential",
        "cookie",
        "jwt"
    };

    private SecretNames() {}

    static boolean isSecret(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != '_' && c != '-' && c != '.' && c != ' ') {
                letters.append(c);
            }
        }
        String plain = letters.toString().toLowerCase(Locale.ROOT);
        if (plain.equals("pwd") || plain.equals("auth") || plain.equals("pin")) {
            return true;
        }
        for (String part : PARTS) {
            if (plain.contains(part)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a value is hidden under such a name: counts of tokens and flags about passwords tell nothing. */
    static boolean hides(Object value) {
        return !(value instanceof Number) && !(value instanceof Boolean);
    }
}
