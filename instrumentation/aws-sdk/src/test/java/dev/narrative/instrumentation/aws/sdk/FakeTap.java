package dev.narrative.instrumentation.aws.sdk;

import dev.narrative.instrumentation.http.BodyTap;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Notes what it is shown and how it ended, every time that it is told so. */
final class FakeTap implements BodyTap {
    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
    private final List<String> ends = new ArrayList<>();

    String seen() {
        return seen.toString(StandardCharsets.UTF_8);
    }

    List<String> ends() {
        return ends;
    }

    @Override
    public void bytes(byte[] source, int offset, int length) {
        seen.write(source, offset, length);
    }

    /** Reads as a careless tap would, and moves the position. */
    @Override
    public void bytes(ByteBuffer source) {
        byte[] copy = new byte[source.remaining()];
        source.get(copy);
        seen.writeBytes(copy);
    }

    @Override
    public void complete() {
        ends.add("complete");
    }

    @Override
    public void fail(Throwable error) {
        ends.add("fail " + error.getMessage());
    }

    @Override
    public void cancel() {
        ends.add("cancel");
    }
}
