package dev.narrative.instrumentation.llm.stream;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The headers of one frame of AWS's event stream, of which the event's name counts. Most frames have those of the last. */
final class FrameHeaders {
    private static final Set<String> EVENT_NAMES = Set.of(":event-type", ":exception-type", ":error-code");
    private static final FrameHeaders NONE = new FrameHeaders(new byte[] {});

    private final byte[] bytes;
    private final @Nullable String event;

    private FrameHeaders(byte[] bytes) {
        this.bytes = bytes;
        this.event = eventName();
    }

    static FrameHeaders none() {
        return NONE;
    }

    /** The headers in these bytes; this object when they are the same. */
    FrameHeaders next(byte[] source, int length) {
        return Arrays.equals(bytes, 0, bytes.length, source, 0, length)
                ? this
                : new FrameHeaders(Arrays.copyOf(source, length));
    }

    /** The event's type, or that of the exception that the frame tells of. */
    @Nullable
    String event() {
        return event;
    }

    private @Nullable String eventName() {
        String name = null;
        int i = 0;
        while (i < bytes.length) {
            int nameLength = bytes[i] & 0xff;
            int type = i + 1 + nameLength;
            if (type >= bytes.length) {
                return name;
            }
            String header = new String(bytes, i + 1, nameLength, StandardCharsets.UTF_8);
            int valueStart = type + 1;
            int valueLength = valueLength(bytes[type], valueStart);
            if (valueLength < 0 || valueStart + valueLength > bytes.length) {
                return name;
            }
            if (bytes[type] == 7 && EVENT_NAMES.contains(header)) {
                name = new String(bytes, valueStart + 2, valueLength - 2, StandardCharsets.UTF_8);
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
            case 6, 7 ->
                start + 2 <= bytes.length ? 2 + (((bytes[start] & 0xff) << 8) | (bytes[start + 1] & 0xff)) : -1;
            case 9 -> 16;
            default -> -1;
        };
    }
}
