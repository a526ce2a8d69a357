package dev.narrative.core.config;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code name=value,name=value}, values percent-encoded, as OpenTelemetry writes headers and resource attributes. */
final class PairList {
    private PairList() {}

    static Map<String, String> parse(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String item : Texts.list(text)) {
            int equals = item.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("must be a list of name=value, separated by commas");
            }
            String name = item.substring(0, equals).trim();
            pairs.put(name, decode(item.substring(equals + 1).trim()));
        }
        return Collections.unmodifiableMap(pairs);
    }

    /** Percent-decoding that leaves what is no escape as it is; a plus sign stays one. */
    private static String decode(String value) {
        if (value.indexOf('%') < 0) {
            return value;
        }
        byte[] in = value.getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[in.length];
        int size = 0;
        for (int i = 0; i < in.length; i++) {
            int high = in[i] == '%' && i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(in[i + 2], 16);
            if (low < 0) {
                out[size++] = in[i];
            } else {
                out[size++] = (byte) (high << 4 | low);
                i += 2;
            }
        }
        return new String(out, 0, size, StandardCharsets.UTF_8);
    }
}
