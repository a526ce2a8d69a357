package dev.narrative.console.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Text that goes to standard output, or to a file that was named. */
final class TextOutput {
    private TextOutput() {}

    /** Writes text; {@code what} tells in a hint what was written to a file. */
    static void write(String text, @Nullable Path file, String what, Shell shell) throws IOException {
        if (file == null) {
            shell.out().print(text);
            shell.out().flush();
        } else {
            Files.writeString(file, text);
            shell.hint(what + " was written to " + file);
        }
    }
}
