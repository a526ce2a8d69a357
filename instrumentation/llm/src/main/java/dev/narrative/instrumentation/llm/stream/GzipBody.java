package dev.narrative.instrumentation.llm.stream;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** A compressed body, inflated as it comes; what is wrong in it ends the reading and nothing else. */
final class GzipBody implements BodyReader {
    static final byte FIRST_BYTE = 0x1f;
    private static final int OUTPUT = 8_192;

    private final BodyReader inner;
    private final GzipHeader header = new GzipHeader();
    private final Inflater inflater = new Inflater(true);
    private final byte[] output = new byte[OUTPUT];
    private boolean ended;

    GzipBody(BodyReader inner) {
        this.inner = inner;
    }

    @Override
    public void bytes(byte[] source, int offset, int length) {
        if (ended) {
            return;
        }
        int at = header.skip(source, offset, offset + length);
        if (at == offset + length) {
            return;
        }
        inflater.setInput(source, at, offset + length - at);
        try {
            int count;
            while ((count = inflater.inflate(output)) > 0) {
                inner.bytes(output, 0, count);
            }
            if (inflater.finished() || inflater.needsDictionary()) {
                end();
            }
        } catch (DataFormatException notGzip) {
            end();
        }
    }

    @Override
    public void end() {
        if (!ended) {
            ended = true;
            inflater.end();
            inner.end();
        }
    }
}
