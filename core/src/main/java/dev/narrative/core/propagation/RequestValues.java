package dev.narrative.core.propagation;

import dev.narrative.core.config.CorrelationSource;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The named values that an HTTP request carries in its headers, cookies, query and baggage. */
record RequestValues(
        HeaderGetter headers,
        @Nullable String query,
        @Nullable String baggage) {
    private static final int HASH_BYTES = 16;

    @Nullable
    String value(CorrelationSource source) {
        return switch (source.kind()) {
            case HEADER -> header(source.name());
            case COOKIE -> cookie(source.name());
            case QUERY -> query == null ? null : decoded(pair(query, '&', source.name()), true);
            case BAGGAGE -> baggage == null ? null : decoded(pair(baggage, ',', source.name()), false);
            case ATTRIBUTE, MDC -> null;
        };
    }

    private @Nullable String header(String name) {
        List<String> values = headers.values(name);
        return values.isEmpty() ? null : values.get(0);
    }

    private @Nullable String cookie(String name) {
        for (String line : headers.values("Cookie")) {
            String value = pair(line, ';', name);
            if (value != null && !value.isEmpty()) {
                return hash(value);
            }
        }
        return null;
    }

    /** The value of {@code name=value} among pairs; what follows a semicolon within baggage is a property, no value. */
    private static @Nullable String pair(String text, char separator, String name) {
        int start = 0;
        while (start <= text.length()) {
            int next = text.indexOf(separator, start);
            int end = next < 0 ? text.length() : next;
            int equals = text.indexOf('=', start);
            if (equals >= 0
                    && equals < end
                    && text.substring(start, equals).trim().equals(name)) {
                String value = text.substring(equals + 1, end);
                int property = separator == ',' ? value.indexOf(';') : -1;
                return (property < 0 ? value : value.substring(0, property)).trim();
            }
            start = end + 1;
        }
        return null;
    }

    private static @Nullable String decoded(@Nullable String value, boolean plusIsBlank) {
        if (value == null) {
            return null;
        }
        try {
            return URLDecoder.decode(plusIsBlank ? value : value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return value;
        }
    }

    private static String hash(String value) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
