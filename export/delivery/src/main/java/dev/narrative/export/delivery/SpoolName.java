package dev.narrative.export.delivery;

import org.jspecify.annotations.Nullable;

/**
 * The name of a request's file in the spool: {@code <created>-<pid>-<sequence>-<spans>.request}, ordered by age. Who made
 * the request stands in it, so that it keeps its name when another process takes it over.
 *
 * @param createdMillis when the request was made, in milliseconds since the epoch
 * @param pid the process that made it
 * @param sequence counts the requests of a process, so that equal times have an order
 * @param spans how many spans are lost with it
 */
record SpoolName(long createdMillis, long pid, long sequence, int spans) implements Comparable<SpoolName> {
    static final String WAITING = ".request";
    /** The request's body may have gone out. */
    static final String SENDING = ".sending";
    /** The file is not whole yet. */
    static final String TEMPORARY = ".tmp";

    private static final int PARTS = 4;
    private static final int MOST_DIGITS = 18;

    /** The name before the dot of a file's name, {@code null} when it is not the spool's. */
    static @Nullable SpoolName parse(String fileName) {
        int dot = fileName.indexOf('.');
        String[] parts = (dot < 0 ? fileName : fileName.substring(0, dot)).split("-", -1);
        if (parts.length != PARTS) {
            return null;
        }
        long[] numbers = new long[PARTS];
        for (int i = 0; i < PARTS; i++) {
            if (!isNumber(parts[i])) {
                return null;
            }
            numbers[i] = Long.parseLong(parts[i]);
        }
        return numbers[3] > Integer.MAX_VALUE
                ? null
                : new SpoolName(numbers[0], numbers[1], numbers[2], (int) numbers[3]);
    }

    String waiting() {
        return this + WAITING;
    }

    String sending() {
        return this + SENDING;
    }

    String temporary() {
        return this + TEMPORARY;
    }

    @Override
    public int compareTo(SpoolName other) {
        int byTime = Long.compare(createdMillis, other.createdMillis);
        if (byTime != 0) {
            return byTime;
        }
        int byPid = Long.compare(pid, other.pid);
        return byPid != 0 ? byPid : Long.compare(sequence, other.sequence);
    }

    @Override
    public String toString() {
        return createdMillis + "-" + pid + "-" + sequence + "-" + spans;
    }

    private static boolean isNumber(String text) {
        if (text.isEmpty() || text.length() > MOST_DIGITS) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
