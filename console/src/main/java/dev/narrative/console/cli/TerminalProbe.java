package dev.narrative.console.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Finds out what standard output is. */
final class TerminalProbe {
    private static final int USUAL_WIDTH = 120;

    private TerminalProbe() {}

    static Terminal probe(Map<String, String> environment) {
        if (!isTerminal()) {
            return Terminal.PIPE;
        }
        // Any value of NO_COLOR but the empty one, https://no-color.org
        boolean colour = environment.getOrDefault("NO_COLOR", "").isEmpty() && !"dumb".equals(environment.get("TERM"));
        boolean ascii = !System.getProperty("native.encoding", "UTF-8").equalsIgnoreCase("UTF-8");
        return new Terminal(true, width(environment.get("COLUMNS")), colour, ascii);
    }

    private static int width(@Nullable String columns) {
        try {
            if (columns != null) {
                return Math.max(20, Integer.parseInt(columns.trim()));
            }
        } catch (NumberFormatException e) {
            // as if it were not set
        }
        return askedWidth();
    }

    /** On Linux the link says it; elsewhere the shell's own test, of the output that it inherits. */
    private static boolean isTerminal() {
        Path output = Path.of("/proc/self/fd/1");
        try {
            if (Files.exists(output)) {
                String target = Files.readSymbolicLink(output).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
            }
        } catch (IOException | UnsupportedOperationException e) {
            // asked below
        }
        try {
            return new ProcessBuilder("test", "-t", "1").inheritIO().start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int askedWidth() {
        File terminal = new File("/dev/tty");
        if (!terminal.canRead()) {
            return USUAL_WIDTH;
        }
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(terminal)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String[] size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .trim()
                    .split(" ");
            stty.waitFor(1, TimeUnit.SECONDS);
            int width = size.length == 2 ? Integer.parseInt(size[1]) : 0;
            return width > 0 ? width : USUAL_WIDTH;
        } catch (IOException | NumberFormatException e) {
            return USUAL_WIDTH;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return USUAL_WIDTH;
        }
    }
}
