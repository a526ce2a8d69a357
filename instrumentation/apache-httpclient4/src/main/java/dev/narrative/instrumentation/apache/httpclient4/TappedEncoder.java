package dev.narrative.instrumentation.apache.httpclient4;

import dev.narrative.instrumentation.http.BodyTap;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.http.nio.ContentEncoder;

/** Where a request's body is written to; the tap sees what the encoder takes. */
record TappedEncoder(ContentEncoder encoder, BodyTap tap) implements ContentEncoder {
    @Override
    public int write(ByteBuffer source) throws IOException {
        ByteBuffer taken = source.duplicate();
        int count = encoder.write(source);
        taken.limit(source.position());
        tap.bytes(taken);
        return count;
    }

    @Override
    public void complete() throws IOException {
        tap.complete();
        encoder.complete();
    }

    @Override
    public boolean isCompleted() {
        return encoder.isCompleted();
    }
}
