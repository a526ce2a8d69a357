package dev.narrative.core.capture;

import java.io.File;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Date;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values that are one number, flag or text. Only the JDK's own classes are asked for their text. */
final class PlainValues {
    private PlainValues() {}

    /** A {@code String}, {@code Long}, {@code Double} or {@code Boolean}; {@code null} when the value has parts. */
    static @Nullable Object of(Object value, int maxLength) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof Boolean || value instanceof Long || value instanceof Double) {
            return value;
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Class<?> type) {
            return type.getName();
        }
        if (!JdkTypes.isJdk(value.getClass())) {
            return null;
        }
        return value instanceof Number number ? ofNumber(number) : ofText(value, maxLength);
    }

    private static Object ofNumber(Number number) {
        if (number instanceof Float) {
            return Double.valueOf(number.toString());
        }
        if (number instanceof BigDecimal) {
            return number.doubleValue();
        }
        if (number instanceof BigInteger big && big.bitLength() > 63) {
            return big.bitLength() > 4_096 ? BigInteger.class.getName() : big.toString();
        }
        return number.longValue();
    }

    @SuppressWarnings("JavaUtilDate") // applications have them
    private static @Nullable Object ofText(Object value, int maxLength) {
        if (value instanceof Character || value instanceof UUID || value instanceof URI || value instanceof Locale) {
            return value.toString();
        }
        if (value instanceof StringBuilder || value instanceof StringBuffer) {
            CharSequence text = (CharSequence) value;
            return text.subSequence(0, Math.min(text.length(), maxLength)).toString();
        }
        if (value instanceof Date date) {
            return Instant.ofEpochMilli(date.getTime()).toString();
        }
        if (value.getClass().getName().startsWith("java.time.") || value instanceof ZoneId) {
            return value.toString();
        }
        if (value instanceof AtomicBoolean flag) {
            return flag.get();
        }
        if (value instanceof File || value instanceof Path || value instanceof Currency || value instanceof Charset) {
            return value.toString();
        }
        if (value instanceof Pattern pattern) {
            return pattern.pattern();
        }
        return value instanceof URL url ? ofUrl(url) : null;
    }

    /** Put together here, since an URL's own text is made by a handler that the application may have installed. */
    private static String ofUrl(URL url) {
        int port = url.getPort();
        return url.getProtocol() + "://" + url.getHost() + (port < 0 ? "" : ":" + port) + url.getFile();
    }
}
