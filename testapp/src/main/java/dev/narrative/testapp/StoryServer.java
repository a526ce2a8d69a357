package dev.narrative.testapp;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;

/** One of the two services: an HTTP server on the loopback interface, with its own threads. */
final class StoryServer implements AutoCloseable {
    private static final int THREADS = 8;

    private final HttpServer http;
    private final ExecutorService threads;

    private StoryServer(HttpServer http, ExecutorService threads) {
        this.http = http;
        this.threads = threads;
    }

    /** @param port the port, 0 for any that is free */
    static StoryServer start(String name, int port, StoryDesk desk) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        ExecutorService threads = Threads.pool(name + "-http", THREADS);
        http.setExecutor(threads);
        http.createContext("/sessions/", new StoryHandler(desk));
        http.createContext("/health", exchange -> Exchanges.send(exchange, Answer.health(name)));
        http.start();
        return new StoryServer(http, threads);
    }

    int port() {
        return http.getAddress().getPort();
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdown();
    }
}
