package dev.narrative.instrumentation.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A request body that shows its tap what the application writes. */
public final class TappedOutputStream extends FilterOutputStream {
    private final BodyTap tap;

    public TappedOutputStream(OutputStream body, BodyTap tap) {
        super(body);
        this.tap = tap;
    }

    boolean isOf(OutputStream body) {
        return out == body;
    }

    @Override
    public void write(int value) throws IOException {
        out.write(value);
        tap.bytes(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        out.write(source, offset, length);
        tap.bytes(source, offset, length);
    }

    @Override
    public void close() throws IOException {
        tap.complete();
        out.close();
    }
}
