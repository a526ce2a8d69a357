package dev.narrative.console.server.http;

import io.javalin.http.Context;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads bodies, packed with gzip or not, up to a number of bytes that holds before and after they are unpacked: a small
 * body that would unpack to a large one ends there.
 */
public final class BodyReader {
    private static final int FIRST = 16 * 1_024;
    private static final long READ_OVER = 4;

    private final int maxBytes;
    private final InFlightBytes inFlight;

    public BodyReader(int maxBytes, InFlightBytes inFlight) {
        this.maxBytes = maxBytes;
        this.inFlight = inFlight;
    }

    /** A body in memory, which counts among what is held until it is closed. */
    public final class Body implements AutoCloseable {
        private final InFlightBytes.Share memory = inFlight.share();
        private byte[] bytes = new byte[0];
        private int length;

        private Body() {}

        public byte[] bytes() {
            return bytes;
        }

        public int length() {
            return length;
        }

        /** Memory for what is made of the body, which it gives back with its own. */
        public InFlightBytes.Share memory() {
            return memory;
        }

        @Override
        public void close() {
            memory.close();
            bytes = new byte[0];
            length = 0;
        }

        private void read(InputStream in, int expected) throws IOException {
            grow(Math.min(maxBytes, Math.max(FIRST, expected)) + 1);
            for (int count = in.read(bytes, 0, bytes.length);
                    count >= 0;
                    count = in.read(bytes, length, bytes.length - length)) {
                length += count;
                if (length > maxBytes) {
                    throw tooLarge();
                }
                if (length == bytes.length) {
                    grow((int) Math.min(maxBytes + 1L, bytes.length * 2L));
                }
            }
        }

        private void grow(int size) {
            memory.more(size);
            int before = bytes.length;
            bytes = Arrays.copyOf(bytes, size);
            memory.less(before);
        }
    }

    /** Reads a request's body. */
    public Body read(Context ctx) throws IOException {
        boolean packed = isPacked(ctx.header("Content-Encoding"));
        long announced = ctx.req().getContentLengthLong();
        Body body = new Body();
        boolean whole = false;
        try (InputStream in = ctx.req().getInputStream()) {
            if (announced > maxBytes) {
                readOver(in, announced);
                throw tooLarge();
            }
            InputStream bounded = new BoundedInput(in);
            if (packed) {
                body.read(new GZIPInputStream(bounded, 8_192), 0);
            } else {
                body.read(bounded, (int) Math.max(0, announced));
            }
            whole = true;
            return body;
        } catch (ZipException e) {
            throw Problem.badRequest("the body is not what gzip makes");
        } catch (EOFException e) {
            throw Problem.badRequest("the body breaks off");
        } finally {
            if (!whole) {
                body.close();
            }
        }
    }

    /** Who still sends does not see an answer: one that is not much too long is read to its end. */
    private void readOver(InputStream in, long announced) throws IOException {
        if (announced <= READ_OVER * maxBytes) {
            in.skipNBytes(announced);
        }
    }

    private Problem tooLarge() {
        return Problem.of(413, "the body is longer than " + maxBytes + " bytes; send it in parts");
    }

    private static boolean isPacked(@Nullable String encoding) {
        String name = encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "gzip", "x-gzip" -> true;
            case "identity", "" -> false;
            default -> throw Problem.of(415, "Content-Encoding must be gzip or identity");
        };
    }

    /** Ends what is sent beyond the limit: a packed body can be endless and unpack to nothing. */
    private final class BoundedInput extends InputStream {
        private final InputStream in;
        private long read;

        private BoundedInput(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = in.read(target, offset, length);
            count(Math.max(0, count));
            return count;
        }

        @Override
        public int available() throws IOException {
            return in.available();
        }

        private void count(int more) {
            read += more;
            if (read > maxBytes) {
                throw tooLarge();
            }
        }
    }
}
