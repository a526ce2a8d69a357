package dev.narrative.console.server.auth;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts wrong tokens by address, so that who tries many is told to stop. Thread-safe. */
final class FailedAttempts {
    private static final int MOST = 20;
    private static final long WINDOW_MILLIS = Duration.ofMinutes(1).toMillis();
    private static final int ADDRESSES = 10_000;

    private final Clock clock;
    private final Map<String, Window> windows = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > ADDRESSES;
        }
    };

    /** The failures of an address since a moment. */
    private record Window(long sinceMillis, int failures) {}

    FailedAttempts(Clock clock) {
        this.clock = clock;
    }

    /** Counts a failure; the seconds that this address has to wait, 0 when it may go on. */
    synchronized int failed(String address) {
        long now = clock.millis();
        Window window = windows.get(address);
        Window next = window == null || window.sinceMillis() + WINDOW_MILLIS <= now
                ? new Window(now, 1)
                : new Window(window.sinceMillis(), window.failures() + 1);
        windows.put(address, next);
        long left = next.sinceMillis() + WINDOW_MILLIS - now;
        return next.failures() <= MOST ? 0 : (int) (left / 1_000 + 1);
    }
}
