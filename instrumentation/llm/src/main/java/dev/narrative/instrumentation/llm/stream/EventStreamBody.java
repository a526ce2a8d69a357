package dev.narrative.instrumentation.llm.stream;

import dev.narrative.model.json.JsonReader;
import dev.narrative.model.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * AWS's binary event stream: frames of a prelude (total length, length of the headers, checksum), headers, a JSON
 * payload and a checksum. The checksums are the SDK's to look at. A payload whose only content is {@code bytes} in base64,
 * as Bedrock's InvokeModel sends it, is an event of the model's own format.
 */
final class EventStreamBody implements BodyReader {
    static final String CONTENT_TYPE = "application/vnd.amazon.eventstream";

    private static final int PRELUDE = 12;
    private static final int CHECKSUM = 4;
    private static final int LONGEST_HEADERS = 16_384;
    private static final Set<String> EVENT_NAMES = Set.of(":event-type", ":exception-type", ":error-code");

    private final PieceListener listener;
    private final JsonReader payload = new JsonReader(Limits.DOCUMENT, Limits.NAMES, false, this::take);
    private final byte[] prelude = new byte[PRELUDE];
    private byte[] headers = {};
    private int position;
    private long payloadEnd;
    private long frameEnd;
    private long at;
    private @Nullable String event;
    private boolean hasPayload;
    private boolean broken;

    EventStreamBody(PieceListener listener) {
        this.listener = listener;
    }

    @Override
    public void bytes(byte[] source, int offset, int length) {
        int i = offset;
        int end = offset + length;
        while (i < end && !broken) {
            if (at < PRELUDE) {
                i = prelude(source, i, end);
            } else if (position < headers.length) {
                i = headers(source, i, end);
            } else if (at < payloadEnd) {
                int count = (int) Math.min(end - i, payloadEnd - at);
                payload.bytes(source, i, count);
                at += count;
                i += count;
            } else {
                int count = (int) Math.min(end - i, frameEnd - at);
                at += count;
                i += count;
            }
            if (at >= PRELUDE && at == frameEnd) {
                payload.end();
                if (event != null && !hasPayload) {
                    listener.event(event, JsonValue.missing());
                }
                at = 0;
            }
        }
    }

    @Override
    public void end() {
        payload.end();
    }

    private int prelude(byte[] source, int from, int end) {
        int i = from;
        while (i < end && at < PRELUDE) {
            prelude[(int) at++] = source[i++];
        }
        if (at == PRELUDE) {
            long total = number(prelude, 0, 4);
            long headersLength = number(prelude, 4, 4);
            broken = headersLength > LONGEST_HEADERS || total < PRELUDE + headersLength + CHECKSUM;
            headers = new byte[broken ? 0 : (int) headersLength];
            position = 0;
            frameEnd = total;
            payloadEnd = total - CHECKSUM;
            event = null;
            hasPayload = false;
        }
        return i;
    }

    private int headers(byte[] source, int from, int end) {
        int count = Math.min(end - from, headers.length - position);
        System.arraycopy(source, from, headers, position, count);
        position += count;
        at += count;
        if (position == headers.length) {
            event = eventName();
        }
        return from + count;
    }

    /** The event's type, or that of the exception that the frame tells of. */
    private @Nullable String eventName() {
        String name = null;
        int i = 0;
        while (i < headers.length) {
            int nameLength = headers[i] & 0xff;
            int type = i + 1 + nameLength;
            if (type >= headers.length) {
                return name;
            }
            String header = new String(headers, i + 1, nameLength, StandardCharsets.UTF_8);
            int valueStart = type + 1;
            int valueLength = valueLength(headers[type], valueStart);
            if (valueLength < 0 || valueStart + valueLength > headers.length) {
                return name;
            }
            if (headers[type] == 7 && EVENT_NAMES.contains(header)) {
                name = new String(headers, valueStart + 2, valueLength - 2, StandardCharsets.UTF_8);
            }
            i = valueStart + valueLength;
        }
        return name;
    }

    /** The length of a header's value of this type; negative for a type that there is not. */
    private int valueLength(byte type, int start) {
        return switch (type) {
            case 0, 1 -> 0;
            case 2 -> 1;
            case 3 -> 2;
            case 4 -> 4;
            case 5, 8 -> 8;
            case 6, 7 -> start + 2 <= headers.length ? 2 + (int) number(headers, start, 2) : -1;
            case 9 -> 16;
            default -> -1;
        };
    }

    private void take(JsonValue document) {
        hasPayload = true;
        String bytes = document.text("bytes");
        if (bytes == null) {
            listener.event(event, document);
            return;
        }
        byte[] json;
        try {
            json = Base64.getDecoder().decode(bytes);
        } catch (IllegalArgumentException notBase64) {
            return;
        }
        listener.event(null, JsonReader.read(json, Limits.DOCUMENT));
    }

    private static long number(byte[] source, int from, int count) {
        long value = 0;
        for (int i = from; i < from + count; i++) {
            value = (value << 8) | (source[i] & 0xff);
        }
        return value;
    }
}
