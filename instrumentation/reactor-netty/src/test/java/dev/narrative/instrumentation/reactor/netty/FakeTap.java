package dev.narrative.instrumentation.reactor.netty;

import dev.narrative.instrumentation.http.BodyTap;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what it was shown, and how that ended. */
final class FakeTap implements BodyTap {
    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
    private final List<String> ends = new CopyOnWriteArrayList<>();

    byte[] seen() {
        return seen.toByteArray();
    }

    /** All that ended it, in order; a tap takes the first. */
    List<String> ends() {
        return ends;
    }

    @Override
    public void bytes(byte[] source, int offset, int length) {
        seen.write(source, offset, length);
    }

    @Override
    public void bytes(ByteBuffer source) {
        byte[] copy = new byte[source.remaining()];
        source.duplicate().get(copy);
        seen.writeBytes(copy);
    }

    @Override
    public void complete() {
        ends.add("complete");
    }

    @Override
    public void fail(Throwable error) {
        ends.add("fail " + error.getClass().getSimpleName());
    }

    @Override
    public void cancel() {
        ends.add("cancel");
    }
}
