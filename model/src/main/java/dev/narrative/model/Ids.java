package dev.narrative.model;

/** Trace and span ids as lowercase hex, the way W3C and OTLP-JSON write them. */
public final class Ids {
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private Ids() {}

    public static String traceId(long high, long low) {
        byte[] hex = new byte[32];
        write(high, hex, 0);
        write(low, hex, 16);
        return ascii(hex);
    }

    public static String spanId(long id) {
        byte[] hex = new byte[16];
        write(id, hex, 0);
        return ascii(hex);
    }

    /** Writes 16 hex digits at {@code offset}. */
    public static void write(long id, byte[] target, int offset) {
        for (int i = 15; i >= 0; i--) {
            target[offset + i] = HEX[(int) (id & 0xf)];
            id >>>= 4;
        }
    }

    /** Whether {@code length} characters from {@code offset} are all lowercase or uppercase hex digits. */
    public static boolean isHex(CharSequence text, int offset, int length) {
        if (offset + length > text.length()) {
            return false;
        }
        for (int i = offset; i < offset + length; i++) {
            if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) > 'f') {
                return false;
            }
        }
        return true;
    }

    /** The value of 16 hex digits at {@code offset}, which {@link #isHex} has checked. */
    public static long parse(CharSequence text, int offset) {
        return Long.parseUnsignedLong(text, offset, offset + 16, 16);
    }

    @SuppressWarnings("deprecation") // the one constructor that copies Latin-1 bytes without a charset's check
    private static String ascii(byte[] hex) {
        return new String(hex, 0);
    }
}
