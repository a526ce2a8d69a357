package dev.narrative.testing.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * The binary event stream of AWS, {@code application/vnd.amazon.eventstream}: total length, length of the headers, CRC
 * of these two, headers, payload, CRC of all before; all numbers big-endian. An event whose name ends in
 * {@code Exception} is written as an exception.
 */
record AwsEventStream() implements Framing {
    private static final int PRELUDE = 8;
    private static final int CRC = 4;
    private static final byte STRING = 7;

    @Override
    public String contentType() {
        return "application/vnd.amazon.eventstream";
    }

    @Override
    public byte[] frame(String name, String json) {
        boolean exception = name.endsWith("Exception");
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(exception ? ":exception-type" : ":event-type", name);
        headers.put(":content-type", "application/json");
        headers.put(":message-type", exception ? "exception" : "event");
        return message(headers(headers), json.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] message(byte[] headers, byte[] payload) {
        int total = PRELUDE + CRC + headers.length + payload.length + CRC;
        ByteBuffer message = ByteBuffer.allocate(total).putInt(total).putInt(headers.length);
        message.putInt(crc(message)).put(headers).put(payload);
        return message.putInt(crc(message)).array();
    }

    private static byte[] headers(Map<String, String> headers) {
        int size = headers.entrySet().stream()
                .mapToInt(header ->
                        1 + header.getKey().length() + 1 + 2 + header.getValue().length())
                .sum();
        ByteBuffer bytes = ByteBuffer.allocate(size);
        headers.forEach((name, value) -> bytes.put((byte) name.length())
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(STRING)
                .putShort((short) value.length())
                .put(value.getBytes(StandardCharsets.US_ASCII)));
        return bytes.array();
    }

    /** Of what has been put so far. */
    private static int crc(ByteBuffer message) {
        CRC32 crc = new CRC32();
        crc.update(message.duplicate().flip());
        return (int) crc.getValue();
    }
}
