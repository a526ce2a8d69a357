package dev.narrative.instrumentation.apache.httpclient4;

import dev.narrative.instrumentation.http.BodyTap;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.http.nio.ContentDecoder;

/** Where a response's body is read from; the tap sees what the application reads. */
record TappedDecoder(ContentDecoder decoder, BodyTap tap) implements ContentDecoder {
    @Override
    public int read(ByteBuffer target) throws IOException {
        ByteBuffer read = target.duplicate();
        int count = decoder.read(target);
        if (count > 0) {
            read.limit(read.position() + count);
            tap.bytes(read);
        }
        return count;
    }

    @Override
    public boolean isCompleted() {
        return decoder.isCompleted();
    }
}
