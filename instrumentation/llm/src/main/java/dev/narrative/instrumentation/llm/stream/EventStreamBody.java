package dev.narrative.instrumentation.llm.stream;

import dev.narrative.model.json.JsonValue;

/**
 * AWS's binary event stream: frames of a prelude (total length, length of the headers, checksum), headers, a JSON
 * payload and a checksum. The checksums are the SDK's to look at.
 */
final class EventStreamBody implements BodyReader {
    static final String CONTENT_TYPE = "application/vnd.amazon.eventstream";

    private static final int PRELUDE = 12;
    private static final int CHECKSUM = 4;
    private static final int LONGEST_HEADERS = 16_384;

    private final PieceListener listener;
    private final FramePayloads payloads;
    private final byte[] prelude = new byte[PRELUDE];
    private byte[] headerBytes = {};
    private FrameHeaders headers = FrameHeaders.none();
    private long payloadStart;
    private long payloadEnd;
    private long frameEnd;
    private long at;
    private boolean broken;

    EventStreamBody(PieceListener listener) {
        this.listener = listener;
        this.payloads = new FramePayloads(listener);
    }

    @Override
    public void bytes(byte[] source, int offset, int length) {
        int i = offset;
        int end = offset + length;
        while (i < end && !broken) {
            if (at < PRELUDE) {
                i = prelude(source, i, end);
            } else if (at < payloadStart) {
                i = headers(source, i, end);
            } else if (at < payloadEnd) {
                i = payload(source, i, end);
            } else {
                int count = (int) Math.min(end - i, frameEnd - at);
                at += count;
                i += count;
            }
            if (at >= PRELUDE && at == frameEnd) {
                endFrame();
            }
        }
    }

    @Override
    public void end() {
        payloads.end();
    }

    private int prelude(byte[] source, int from, int end) {
        int i = from;
        while (i < end && at < PRELUDE) {
            prelude[(int) at++] = source[i++];
        }
        if (at == PRELUDE) {
            beginFrame(number(0), number(4));
        }
        return i;
    }

    private void beginFrame(long total, long headersLength) {
        broken = headersLength > LONGEST_HEADERS || total < PRELUDE + headersLength + CHECKSUM;
        payloadStart = PRELUDE + headersLength;
        payloadEnd = total - CHECKSUM;
        frameEnd = total;
        if (!broken && headerBytes.length < headersLength) {
            headerBytes = new byte[(int) headersLength];
        }
        if (headersLength == 0) {
            headers = FrameHeaders.none();
            payloads.begin(headers);
        }
    }

    private int headers(byte[] source, int from, int end) {
        int count = (int) Math.min(end - from, payloadStart - at);
        System.arraycopy(source, from, headerBytes, (int) at - PRELUDE, count);
        at += count;
        if (at == payloadStart) {
            headers = headers.next(headerBytes, (int) at - PRELUDE);
            payloads.begin(headers);
        }
        return from + count;
    }

    private int payload(byte[] source, int from, int end) {
        int to = from + (int) Math.min(end - from, payloadEnd - at);
        if (at == payloadStart && to - from == payloadEnd - at) {
            payloads.whole(source, from, to);
        } else {
            payloads.part(source, from, to);
        }
        at += to - from;
        return to;
    }

    private void endFrame() {
        payloads.end();
        String event = headers.event();
        if (event != null && !payloads.toldAny()) {
            listener.event(event, JsonValue.missing());
        }
        at = 0;
    }

    private long number(int from) {
        long value = 0;
        for (int i = from; i < from + 4; i++) {
            value = (value << 8) | (prelude[i] & 0xff);
        }
        return value;
    }
}
