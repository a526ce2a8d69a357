package dev.narrative.core.propagation;

import dev.narrative.core.trace.Span;
import dev.narrative.model.Ids;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The W3C {@code traceparent} header: {@code 00-<32 hex>-<16 hex>-<2 hex>}, all in lower case. A later version may go on
 * after another dash, and is read as if it were this one.
 */
record TraceParent(long traceIdHigh, long traceIdLow, long spanId, boolean sampled) {
    private static final int LENGTH = 55;
    private static final int TRACE_ID = 3;
    private static final int SPAN_ID = 36;
    private static final int FLAGS = 53;

    /** Reads a header, {@code null} when it breaks the specification. */
    static @Nullable TraceParent parse(String text) {
        if (!hasItsShape(text)) {
            return null;
        }
        long high = Ids.parse(text, TRACE_ID);
        long low = Ids.parse(text, TRACE_ID + 16);
        long span = Ids.parse(text, SPAN_ID);
        if ((high | low) == 0 || span == 0) {
            return null;
        }
        return new TraceParent(high, low, span, (Character.digit(text.charAt(FLAGS + 1), 16) & 1) != 0);
    }

    static String write(Span span) {
        byte[] text = new byte[LENGTH];
        text[0] = '0';
        text[1] = '0';
        text[2] = '-';
        Ids.write(span.traceIdHigh(), text, TRACE_ID);
        Ids.write(span.traceIdLow(), text, TRACE_ID + 16);
        text[SPAN_ID - 1] = '-';
        Ids.write(span.spanId(), text, SPAN_ID);
        text[FLAGS - 1] = '-';
        text[FLAGS] = '0';
        text[FLAGS + 1] = (byte) (span.isSampled() ? '1' : '0');
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static boolean hasItsShape(String text) {
        if (text.length() < LENGTH || !isLowerHex(text, 0, 2) || text.startsWith("ff")) {
            return false;
        }
        boolean current = text.startsWith("00");
        if (current ? text.length() != LENGTH : (text.length() > LENGTH && text.charAt(LENGTH) != '-')) {
            return false;
        }
        return text.charAt(2) == '-'
                && isLowerHex(text, TRACE_ID, 32)
                && text.charAt(SPAN_ID - 1) == '-'
                && isLowerHex(text, SPAN_ID, 16)
                && text.charAt(FLAGS - 1) == '-'
                && isLowerHex(text, FLAGS, 2);
    }

    private static boolean isLowerHex(String text, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            char c = text.charAt(i);
            if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
                return false;
            }
        }
        return true;
    }
}
