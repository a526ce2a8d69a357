package dev.narrative.core.log;

import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The agent's own messages, one line each on stderr. It never touches a logging framework: whoever loads one first
 * decides how it is set up, and that is the application's right.
 */
public final class AgentLog {
    private static final long THROTTLE_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int MAX_THROTTLED_KEYS = 1_000;

    private static final Map<String, Long> LAST_SAID = new ConcurrentHashMap<>();
    private static volatile PrintStream stream = System.err;

    private AgentLog() {}

    public static void info(String message) {
        say("", message);
    }

    public static void warn(String message) {
        say("WARN ", message);
    }

    /** A warning that is said at most once a minute for the same key. */
    public static void warnThrottled(String key, String message) {
        long now = System.nanoTime();
        Long last = LAST_SAID.get(key);
        if (last != null && now - last < THROTTLE_NANOS) {
            return;
        }
        if (last == null && LAST_SAID.size() >= MAX_THROTTLED_KEYS) {
            return;
        }
        LAST_SAID.put(key, now);
        warn(message);
    }

    /** A throwable in one line: its type and message. */
    public static String brief(@Nullable Throwable error) {
        if (error == null) {
            return "unknown error";
        }
        String message = error.getMessage();
        String type = error.getClass().getSimpleName();
        return message == null ? type : type + ": " + message;
    }

    /** Sends messages elsewhere, for tests. */
    static void redirect(PrintStream target) {
        stream = target;
        LAST_SAID.clear();
    }

    private static void say(String level, String message) {
        stream.println("[narrative] " + level + message);
    }
}
