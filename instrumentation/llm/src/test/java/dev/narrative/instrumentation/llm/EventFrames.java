package dev.narrative.instrumentation.llm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.CRC32;

/** Writes AWS's binary event stream. */
public final class EventFrames {
    private EventFrames() {}

    /**
     * Frames of lines such as {@code messageStop {"stopReason":"end_turn"}}.
     *
     * @param wrapped whether the payload goes in base64 into a document of its own, as InvokeModel sends it
     */
    static byte[] of(String lines, boolean wrapped) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String line : lines.split("\n")) {
            int space = line.indexOf(' ');
            String event = line.substring(0, space);
            String payload = line.substring(space + 1);
            if (wrapped && event.equals("chunk")) {
                payload = "{\"bytes\":\"" + Base64.getEncoder().encodeToString(payload.getBytes(UTF_8))
                        + "\",\"p\":\"ab\"}";
            }
            String header = event.endsWith("Exception") ? ":exception-type" : ":event-type";
            out.writeBytes(frame(header, event, payload.getBytes(UTF_8)));
        }
        return out.toByteArray();
    }

    /** One frame with a header of each kind before the one that names the event. */
    public static byte[] frame(String nameHeader, String event, byte[] payload) {
        ByteArrayOutputStream headers = new ByteArrayOutputStream();
        header(headers, ":yes", 0, new byte[0]);
        header(headers, "b", 2, new byte[1]);
        header(headers, "s", 3, new byte[2]);
        header(headers, "i", 4, new byte[4]);
        header(headers, "l", 5, new byte[8]);
        header(headers, "bytes", 6, new byte[] {0, 3, 1, 2, 3});
        header(headers, "time", 8, new byte[8]);
        header(headers, "uuid", 9, new byte[16]);
        header(headers, nameHeader, 7, text(event));
        header(headers, ":content-type", 7, text("application/json"));
        int length = 12 + headers.size() + payload.length + 4;
        byte[] bytes = new byte[length];
        ByteBuffer frame = ByteBuffer.wrap(bytes).putInt(length).putInt(headers.size());
        frame.putInt(checksum(bytes, 8)).put(headers.toByteArray()).put(payload);
        frame.putInt(checksum(bytes, length - 4));
        return bytes;
    }

    private static void header(ByteArrayOutputStream out, String name, int type, byte[] value) {
        out.write(name.length());
        out.writeBytes(name.getBytes(UTF_8));
        out.write(type);
        out.writeBytes(value);
    }

    private static byte[] text(String value) {
        byte[] bytes = value.getBytes(UTF_8);
        return ByteBuffer.allocate(2 + bytes.length)
                .putShort((short) bytes.length)
                .put(bytes)
                .array();
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
