package dev.narrative.testing.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** One message of AWS's event stream, read from its bytes; a wrong CRC fails. */
record AwsMessage(Map<String, String> headers, String payload) {
    static List<AwsMessage> all(byte[] stream) throws IOException {
        List<AwsMessage> messages = new ArrayList<>();
        ByteBuffer rest = ByteBuffer.wrap(stream);
        while (rest.hasRemaining()) {
            byte[] message = new byte[rest.getInt(rest.position())];
            rest.get(message);
            messages.add(read(message));
        }
        return messages;
    }

    String type() {
        return headers.getOrDefault(":event-type", headers.getOrDefault(":exception-type", ""));
    }

    private static AwsMessage read(byte[] bytes) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        in.getInt();
        int headersLength = in.getInt();
        checkCrc(bytes, in);
        int headersEnd = in.position() + headersLength;
        Map<String, String> headers = new LinkedHashMap<>();
        while (in.position() < headersEnd) {
            String name = text(in, in.get());
            if (in.get() != 7) {
                throw new IOException(name + " is no string");
            }
            headers.put(name, text(in, in.getShort()));
        }
        String payload = text(in, bytes.length - Integer.BYTES - headersEnd);
        checkCrc(bytes, in);
        return new AwsMessage(headers, payload);
    }

    private static void checkCrc(byte[] bytes, ByteBuffer in) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, in.position());
        if (in.getInt() != (int) crc.getValue()) {
            throw new IOException("wrong CRC at " + (in.position() - Integer.BYTES));
        }
    }

    private static String text(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
