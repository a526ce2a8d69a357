package dev.narrative.console.server.auth;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts wrong tokens by address, so that nobody can try them at speed. Thread-safe. */
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

    /** Seconds that this address has to wait, 0 when it may try. */
    synchronized int waitSeconds(String address) {
        Window window = windows.get(address);
        long end = window == null ? 0 : window.sinceMillis() + WINDOW_MILLIS;
        long left = end - clock.millis();
        return window == null || window.failures() < MOST || left <= 0 ? 0 : (int) (left / 1_000 + 1);
    }

    synchronized void failed(String address) {
        long now = clock.millis();
        Window window = windows.get(address);
        boolean over = window == null || window.sinceMillis() + WINDOW_MILLIS <= now;
        windows.put(address, over ? new Window(now, 1) : new Window(window.sinceMillis(), window.failures() + 1));
    }
}
