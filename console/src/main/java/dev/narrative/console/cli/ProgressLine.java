package dev.narrative.console.cli;

import dev.narrative.console.index.IndexProgress;
import dev.narrative.console.index.StoppedException;
import dev.narrative.model.tree.Quantities;
import java.time.Duration;

/**
 * One line on a terminal that tells how far long work has come; short work and pipes have none. Work that reports here
 * can be interrupted between two reports.
 */
final class ProgressLine implements IndexProgress, AutoCloseable {
    private static final long FIRST_AFTER = Duration.ofSeconds(1).toNanos();
    private static final long EVERY = Duration.ofMillis(200).toNanos();

    private final String what;
    private final String things;
    private final Shell shell;
    private final long begun = System.nanoTime();
    private long next = FIRST_AFTER;
    private boolean shown;

    /** For work that takes spans. */
    ProgressLine(String what, Shell shell) {
        this(what, "spans", shell);
    }

    /** For work that takes other things, which are named in the plural. */
    ProgressLine(String what, String things, Shell shell) {
        this.what = what;
        this.things = things;
        this.shell = shell;
        shell.interruption().begin();
        endWhereAsked(0);
    }

    /**
     * Tells how far the work has come.
     *
     * @throws StoppedException when it is to end here
     */
    @Override
    public void advanced(long done, long total, long count) {
        endWhereAsked(count);
        long elapsed = System.nanoTime() - begun;
        if (shell.terminal().interactive() && elapsed >= next) {
            next = elapsed + EVERY;
            show(done, total, count, elapsed);
        }
    }

    /** Clears the line; the work has ended, well or not. */
    @Override
    public void close() {
        if (shown) {
            shell.err().print("\r\u001b[K");
            shell.err().flush();
        }
        if (!shell.interruption().isAsked()) {
            shell.interruption().end();
        }
    }

    private void endWhereAsked(long count) {
        if (shell.interruption().isAsked()) {
            throw new StoppedException(
                    count == 0 ? "interrupted" : "interrupted after " + count + " " + things + "; what is done stays");
        }
    }

    private void show(long done, long total, long count, long elapsed) {
        shown = true;
        long percent = total == 0 ? 100 : Math.min(100, done * 100 / total);
        long rate = count * Duration.ofSeconds(1).toNanos() / elapsed;
        shell.err()
                .print("\r" + what + " " + percent + "%  " + Quantities.count(count) + " " + things + "  "
                        + Quantities.count(rate) + "/s   ");
        shell.err().flush();
    }
}
