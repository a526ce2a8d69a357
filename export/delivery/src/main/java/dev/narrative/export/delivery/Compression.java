package dev.narrative.export.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;

/** Turns what an encoder wrote into the body of a request, one at a time. */
public abstract class Compression {
    private Compression() {}

    /** By whether bodies are compressed. */
    public static Compression of(boolean gzip) {
        return gzip ? new Gzip() : new None();
    }

    public abstract boolean isGzip();

    /** A body of its own; the encoder's buffer may be used again. */
    public abstract byte[] body(ByteBuffer encoded);

    private static final class None extends Compression {
        @Override
        public boolean isGzip() {
            return false;
        }

        @Override
        public byte[] body(ByteBuffer encoded) {
            byte[] body = new byte[encoded.remaining()];
            encoded.get(encoded.position(), body);
            return body;
        }
    }

    private static final class Gzip extends Compression {
        private static final int CHUNK = 8192;

        private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();

        @Override
        public boolean isGzip() {
            return true;
        }

        @Override
        public byte[] body(ByteBuffer encoded) {
            buffer.reset();
            try (GZIPOutputStream out = new GZIPOutputStream(buffer, CHUNK)) {
                out.write(encoded.array(), encoded.arrayOffset() + encoded.position(), encoded.remaining());
            } catch (IOException e) {
                throw new UncheckedIOException(e); // a buffer in memory has no I/O to fail
            }
            return buffer.toByteArray();
        }
    }
}
