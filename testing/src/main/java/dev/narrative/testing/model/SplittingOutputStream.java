package dev.narrative.testing.model;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Sends three bytes at a time. */
final class SplittingOutputStream extends FilterOutputStream {
    private static final int PART = 3;

    SplittingOutputStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int done = 0; done < length; done += PART) {
            out.write(bytes, offset + done, Math.min(PART, length - done));
            out.flush();
        }
    }
}
