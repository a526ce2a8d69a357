package dev.narrative.testing.http;

/** What every server under contract serves below {@code /app}, each path its own route. */
final class ServerRoutes {
    private ServerRoutes() {}

    /** A traced method, to be the server span's child wherever it runs. */
    static String work(String body) {
        return "worked on " + body;
    }
}
