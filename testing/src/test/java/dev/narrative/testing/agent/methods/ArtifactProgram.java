package dev.narrative.testing.agent.methods;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Steps that make an artifact each: a file, bytes, a text, and something that lies elsewhere. */
final class ArtifactProgram {
    private ArtifactProgram() {}

    /** A text with what there is to know about it. */
    record Notes(String name, String mediaType, String text) {}

    /** A book that a press keeps. */
    record Book(String title, String mediaType, long size, String sha256, String url) {}

    public static void main(String[] args) throws IOException {
        System.out.println(chapter(Path.of("chapter-1.md")));
        System.out.println(cover().length);
        System.out.println(notes());
        System.out.println(book());
    }

    /** The file is there when the call has ended, not before. */
    static Path chapter(Path file) throws IOException {
        return Files.writeString(file, "# One\nmail ada@example.org\n");
    }

    static byte[] cover() {
        return new byte[] {(byte) 0x89, 'P', 'N', 'G'};
    }

    static Notes notes() {
        return new Notes("notes", "text/plain", "call bob@example.org");
    }

    static Book book() {
        return new Book(
                "book",
                "application/pdf",
                "book".getBytes(StandardCharsets.UTF_8).length,
                "e".repeat(64),
                "https://books.example.org/7.pdf");
    }
}
