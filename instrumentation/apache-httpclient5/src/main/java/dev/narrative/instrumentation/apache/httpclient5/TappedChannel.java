package dev.narrative.instrumentation.apache.httpclient5;

import dev.narrative.instrumentation.http.BodyTap;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.jspecify.annotations.Nullable;

/** Where a request's body is written to; the tap sees what the channel takes. */
final class TappedChannel implements DataStreamChannel {
    private final DataStreamChannel channel;
    private final BodyTap tap;

    TappedChannel(DataStreamChannel channel, BodyTap tap) {
        this.channel = channel;
        this.tap = tap;
    }

    @Override
    public void requestOutput() {
        channel.requestOutput();
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        ByteBuffer taken = source.duplicate();
        int count = channel.write(source);
        taken.limit(source.position());
        tap.bytes(taken);
        return count;
    }

    @Override
    public void endStream() throws IOException {
        tap.complete();
        channel.endStream();
    }

    @Override
    public void endStream(@Nullable List<? extends Header> trailers) throws IOException {
        tap.complete();
        channel.endStream(trailers);
    }
}
