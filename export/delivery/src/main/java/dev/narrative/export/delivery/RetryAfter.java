package dev.narrative.export.delivery;

import java.net.HttpURLConnection;
import java.util.concurrent.TimeUnit;

/** The {@code Retry-After} header: seconds, or a date. */
final class RetryAfter {
    private static final int MOST_DIGITS = 9;

    private RetryAfter() {}

    /** How long to wait, {@link Reply.Later#UNTOLD} when the header is missing or wrong. */
    static long millis(HttpURLConnection answer) {
        String value = answer.getHeaderField("Retry-After");
        if (value == null) {
            return Reply.Later.UNTOLD;
        }
        long seconds = seconds(value.trim());
        if (seconds >= 0) {
            return TimeUnit.SECONDS.toMillis(seconds);
        }
        long date = answer.getHeaderFieldDate("Retry-After", 0);
        return date == 0 ? Reply.Later.UNTOLD : Math.max(0, date - System.currentTimeMillis());
    }

    private static long seconds(String value) {
        if (value.isEmpty() || value.length() > MOST_DIGITS) {
            return -1;
        }
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return -1;
            }
        }
        return Long.parseLong(value);
    }
}
