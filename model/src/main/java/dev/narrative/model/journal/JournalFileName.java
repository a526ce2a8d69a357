package dev.narrative.model.journal;

import org.jspecify.annotations.Nullable;

/**
 * The name of a file of the journal: {@code <service>-<pid>-<number>.jsonl} for ended spans and
 * {@code <service>-<pid>-<number>.open.jsonl} for the snapshot of open ones.
 *
 * @param service the service's name, made safe for a file name
 * @param pid the process that writes it
 * @param number counts the process's files of a day from 1
 * @param snapshot whether it holds open spans
 */
public record JournalFileName(String service, long pid, int number, boolean snapshot) {
    public static final String SUFFIX = ".jsonl";
    public static final String SNAPSHOT_SUFFIX = ".open.jsonl";

    private static final int MAX_SERVICE_LENGTH = 100;

    public JournalFileName {
        service = fileSafe(service);
    }

    public JournalFileName asSnapshot() {
        return new JournalFileName(service, pid, number, true);
    }

    public JournalFileName asJournal() {
        return new JournalFileName(service, pid, number, false);
    }

    /** The parts of a name, {@code null} when it is not the journal's. */
    public static @Nullable JournalFileName parse(String fileName) {
        boolean snapshot = fileName.endsWith(SNAPSHOT_SUFFIX);
        if (!fileName.endsWith(SUFFIX)) {
            return null;
        }
        int end = fileName.length() - (snapshot ? SNAPSHOT_SUFFIX : SUFFIX).length();
        int beforeNumber = fileName.lastIndexOf('-', end - 1);
        int beforePid = beforeNumber <= 0 ? -1 : fileName.lastIndexOf('-', beforeNumber - 1);
        if (beforePid <= 0) {
            return null;
        }
        long pid = number(fileName, beforePid + 1, beforeNumber);
        long number = number(fileName, beforeNumber + 1, end);
        String service = fileName.substring(0, beforePid);
        if (pid < 0 || number < 0 || number > Integer.MAX_VALUE || !service.equals(fileSafe(service))) {
            return null;
        }
        return new JournalFileName(service, pid, (int) number, snapshot);
    }

    @Override
    public String toString() {
        return service + "-" + pid + "-" + number + (snapshot ? SNAPSHOT_SUFFIX : SUFFIX);
    }

    /** Letters, digits, dot, underscore and dash stay; never empty, never hidden, never long. */
    private static String fileSafe(String service) {
        int length = Math.min(service.length(), MAX_SERVICE_LENGTH);
        StringBuilder safe = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            char c = service.charAt(i);
            boolean inside = i > 0 && (c == '.' || c == '-');
            safe.append(inside || isAsciiLetterOrDigit(c) ? c : '_');
        }
        return safe.length() == 0 ? "service" : safe.toString();
    }

    private static boolean isAsciiLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** The number between two positions, -1 when there is none. */
    private static long number(String text, int from, int to) {
        if (from >= to || to - from > 18) {
            return -1;
        }
        long number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }
}
