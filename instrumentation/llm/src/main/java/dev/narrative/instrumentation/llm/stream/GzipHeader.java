package dev.narrative.instrumentation.llm.stream;

/** Reads over the header of a gzip stream (RFC 1952), which may come in pieces. */
final class GzipHeader {
    private static final int FIXED = 10;
    private static final int FLAGS_AT = 3;
    private static final int CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private int position;
    private int parts;
    private int extraSeen;
    private int extraLength;
    private int checksumSeen;

    /** Where the compressed data begins, or {@code end} when it does not begin in this piece. */
    int skip(byte[] source, int offset, int end) {
        int at = offset;
        while (at < end && !isOver()) {
            take(source[at++] & 0xff);
        }
        return isOver() ? at : end;
    }

    private boolean isOver() {
        return position == FIXED && parts == 0;
    }

    private void take(int value) {
        if (position < FIXED) {
            if (position == FLAGS_AT) {
                parts = value & (EXTRA | NAME | COMMENT | CHECKSUM);
            }
            position++;
        } else if ((parts & EXTRA) != 0) {
            extra(value);
        } else if ((parts & NAME) != 0) {
            parts &= value == 0 ? ~NAME : ~0;
        } else if ((parts & COMMENT) != 0) {
            parts &= value == 0 ? ~COMMENT : ~0;
        } else if (++checksumSeen == 2) {
            parts &= ~CHECKSUM;
        }
    }

    /** Two bytes of length, the lower one first, and as many bytes more. */
    private void extra(int value) {
        if (extraSeen < 2) {
            extraLength |= value << (8 * extraSeen);
        }
        extraSeen++;
        if (extraSeen >= 2 && extraSeen - 2 == extraLength) {
            parts &= ~EXTRA;
        }
    }
}
