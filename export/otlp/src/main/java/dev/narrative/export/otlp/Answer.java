package dev.narrative.export.otlp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The body of a collector's answer, as much of it as is worth reading.
 *
 * @param contentType in lower case, empty when there was none
 */
record Answer(String contentType, Body body) {
    private static final int READ_AT_MOST = 64 * 1024;
    private static final int QUOTE_AT_MOST = 200;

    /** The bytes that were read, and whether they were all. */
    static final class Body {
        private final byte[] bytes;
        private final boolean complete;

        Body(byte[] bytes, boolean complete) {
            this.bytes = bytes;
            this.complete = complete;
        }

        byte[] bytes() {
            return bytes;
        }

        boolean complete() {
            return complete;
        }
    }

    static Answer of(@Nullable String contentType, Body body) {
        return new Answer(contentType == null ? "" : contentType.toLowerCase(Locale.ROOT), body);
    }

    /** Reads up to 64 kB, and no longer than until {@code deadlineNanos}. */
    static Body read(@Nullable InputStream in, long deadlineNanos) throws IOException {
        byte[] bytes = new byte[1024];
        int size = 0;
        while (in != null) {
            int read = in.read(bytes, size, bytes.length - size);
            if (read < 0) {
                break;
            }
            size += read;
            if (size >= READ_AT_MOST || System.nanoTime() - deadlineNanos > 0) {
                return new Body(Arrays.copyOf(bytes, size), false);
            }
            if (size == bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.min(READ_AT_MOST, size * 2));
            }
        }
        return new Body(Arrays.copyOf(bytes, size), true);
    }

    boolean isHtml() {
        return contentType.startsWith("text/html");
    }

    /** Reads an {@code Export…ServiceResponse}, which is the same for all signals; what is no such message counts as a plain yes. */
    Reply.Taken taken() {
        return contentType.startsWith("application/x-protobuf") ? taken(body.bytes()) : Reply.Taken.ALL;
    }

    static Reply.Taken taken(byte[] response) {
        ProtobufScanner fields = new ProtobufScanner(response);
        while (fields.next()) {
            if (fields.field() == 1) {
                return partialSuccess(new ProtobufScanner(fields.content()));
            }
        }
        return Reply.Taken.ALL;
    }

    private static Reply.Taken partialSuccess(ProtobufScanner fields) {
        long rejected = 0;
        String message = "";
        while (fields.next()) {
            if (fields.field() == 1) {
                rejected = Math.max(0, fields.number());
            } else if (fields.field() == 2) {
                message = printable(fields.text());
            }
        }
        return new Reply.Taken(rejected, message);
    }

    /** What the collector said of an error, short and on one line; empty when it said nothing readable. */
    String explanation() {
        if (contentType.startsWith("application/x-protobuf")) {
            ProtobufScanner status = new ProtobufScanner(body.bytes());
            while (status.next()) {
                if (status.field() == 2) {
                    return printable(status.text());
                }
            }
            return "";
        }
        boolean readable = contentType.startsWith("text/plain") || contentType.startsWith("application/json");
        return readable ? printable(new String(body.bytes(), StandardCharsets.UTF_8)) : "";
    }

    /** At most 200 characters on one line, so that an answer can't forge lines of a log. */
    static String printable(String text) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < text.length() && line.length() < QUOTE_AT_MOST; i++) {
            char c = text.charAt(i);
            line.append(Character.isISOControl(c) ? ' ' : c);
        }
        return line.toString().strip();
    }
}
