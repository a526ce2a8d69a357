package dev.narrative.console.cli;

import dev.narrative.console.index.IndexProgress;
import dev.narrative.model.tree.Quantities;
import java.time.Duration;

/** One line on a terminal that tells how far long work has come; short work and pipes have none. */
final class ProgressLine implements IndexProgress {
    private static final long FIRST_AFTER = Duration.ofSeconds(1).toNanos();
    private static final long EVERY = Duration.ofMillis(200).toNanos();

    private final String what;
    private final String unit;
    private final Shell shell;
    private final long begun = System.nanoTime();
    private long next = FIRST_AFTER;
    private boolean shown;

    ProgressLine(String what, Shell shell) {
        this(what, "spans", shell);
    }

    /** What is done, and what is counted. */
    ProgressLine(String what, String unit, Shell shell) {
        this.what = what;
        this.unit = unit;
        this.shell = shell;
    }

    @Override
    public void advanced(long readBytes, long totalBytes, long spans) {
        long elapsed = System.nanoTime() - begun;
        if (shell.terminal().interactive() && elapsed >= next) {
            next = elapsed + EVERY;
            show(readBytes, totalBytes, spans, elapsed);
        }
    }

    /** Clears the line. */
    void end() {
        if (shown) {
            shell.err().print("\r\u001b[K");
            shell.err().flush();
        }
    }

    private void show(long readBytes, long totalBytes, long spans, long elapsed) {
        shown = true;
        long percent = totalBytes == 0 ? 100 : Math.min(100, readBytes * 100 / totalBytes);
        long rate = spans * Duration.ofSeconds(1).toNanos() / elapsed;
        shell.err()
                .print("\r" + what + " " + percent + "%  " + Quantities.count(spans) + " " + unit + "  "
                        + Quantities.count(rate) + "/s   ");
        shell.err().flush();
    }
}
