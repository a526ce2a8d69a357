package dev.narrative.benchmarks.load;

import java.util.concurrent.TimeUnit;

/**
 * What load to put on whom.
 *
 * @param perSecond requests per second over all connections, evenly spread; 0 for as fast as it goes
 */
record Order(int port, String path, int connections, int perSecond, int seconds) {
    static Order parse(String line) {
        String[] words = line.trim().split(" ");
        return new Order(
                Integer.parseInt(words[0]),
                words[1],
                Integer.parseInt(words[2]),
                Integer.parseInt(words[3]),
                Integer.parseInt(words[4]));
    }

    /** When a connection's next request is due, in the time of {@link System#nanoTime}. */
    long due(long begin, int connection, long requestsSoFar) {
        if (perSecond == 0) {
            return System.nanoTime();
        }
        return begin + (requestsSoFar * connections + connection) * TimeUnit.SECONDS.toNanos(1) / perSecond;
    }
}
