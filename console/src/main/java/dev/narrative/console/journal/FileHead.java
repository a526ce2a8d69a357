package dev.narrative.console.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/**
 * The checksum of a file's beginning, which tells a file that has grown from another one under its name.
 *
 * @param length bytes that it covers
 */
public record FileHead(int length, long checksum) {
    private static final int MAX_LENGTH = 1_024;

    /** The head of what lies before a position; the file may be shorter by now. */
    public static FileHead of(Path file, long position) throws IOException {
        return ofLength(file, (int) Math.min(MAX_LENGTH, position));
    }

    public static FileHead ofLength(Path file, int length) throws IOException {
        CRC32 crc = new CRC32();
        try (InputStream in = Files.newInputStream(file)) {
            crc.update(in.readNBytes(length));
        }
        return new FileHead(length, crc.getValue());
    }
}
