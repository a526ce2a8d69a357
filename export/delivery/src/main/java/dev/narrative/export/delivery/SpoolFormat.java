package dev.narrative.export.delivery;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * A request as the bytes of a file: magic number with version, CRC32 of all that follows, flags, spans, target, content
 * type, ids, body, each with its length before it. The checksum finds what a crash of the machine tore, since nobody waits
 * for the disk.
 */
final class SpoolFormat {
    private static final int MAGIC = 0x4e535001; // NSP, version 1
    private static final int BEFORE_CONTENT = 2 * Integer.BYTES;
    private static final int FIXED = BEFORE_CONTENT + 1 + 5 * Integer.BYTES;

    private SpoolFormat() {}

    static byte[] encode(Request request) {
        byte[] target = request.target().getBytes(StandardCharsets.UTF_8);
        byte[] contentType = request.contentType().getBytes(StandardCharsets.UTF_8);
        long[] ids = request.spanIds();
        int size = FIXED + target.length + contentType.length + ids.length * Long.BYTES + request.body().length;
        ByteBuffer file = ByteBuffer.allocate(size);
        file.putInt(MAGIC).putInt(0);
        file.put((byte) (request.gzip() ? 1 : 0)).putInt(request.spans());
        file.putInt(target.length).put(target);
        file.putInt(contentType.length).put(contentType);
        file.putInt(ids.length);
        for (long id : ids) {
            file.putLong(id);
        }
        file.putInt(request.body().length).put(request.body());
        file.putInt(Integer.BYTES, checksum(file.array()));
        return file.array();
    }

    /** The request of a file. Throws when the file is torn, or not a file of this kind. */
    static Request decode(byte[] bytes) throws IOException {
        try {
            ByteBuffer file = ByteBuffer.wrap(bytes);
            if (file.getInt() != MAGIC || file.getInt() != checksum(bytes)) {
                throw new IOException("it is torn");
            }
            boolean gzip = file.get() == 1;
            int spans = file.getInt();
            String target = new String(field(file), StandardCharsets.UTF_8);
            String contentType = new String(field(file), StandardCharsets.UTF_8);
            long[] ids = new long[length(file, Long.BYTES)];
            for (int i = 0; i < ids.length; i++) {
                ids[i] = file.getLong();
            }
            return new Request(target, contentType, gzip, field(file), spans, ids);
        } catch (BufferUnderflowException e) {
            throw new IOException("it is cut off", e);
        }
    }

    private static byte[] field(ByteBuffer file) throws IOException {
        byte[] field = new byte[length(file, 1)];
        file.get(field);
        return field;
    }

    private static int length(ByteBuffer file, int unit) throws IOException {
        int length = file.getInt();
        if (length < 0 || length > file.remaining() / unit) {
            throw new IOException("it is cut off");
        }
        return length;
    }

    private static int checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes, BEFORE_CONTENT, bytes.length - BEFORE_CONTENT);
        return (int) crc.getValue();
    }
}
