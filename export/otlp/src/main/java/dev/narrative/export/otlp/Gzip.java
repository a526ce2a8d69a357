package dev.narrative.export.otlp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;

/** Compresses requests, one at a time, into a buffer that is used again. */
final class Gzip {
    private static final int CHUNK = 8192;

    private final Buffer buffer = new Buffer();

    /** The compressed request; valid until the next call. */
    ByteBuffer compress(ByteBuffer request) {
        buffer.reset();
        try (GZIPOutputStream out = new GZIPOutputStream(buffer, CHUNK)) {
            out.write(request.array(), request.arrayOffset() + request.position(), request.remaining());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a buffer in memory has no I/O to fail
        }
        return buffer.view();
    }

    private static final class Buffer extends ByteArrayOutputStream {
        ByteBuffer view() {
            return ByteBuffer.wrap(buf, 0, count);
        }
    }
}
