package dev.narrative.testing.agent.safety;

import com.sun.net.httpserver.HttpServer;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What is deployed and thrown away: objects of its own as arguments and results, executors, futures, HTTP. */
public final class Plugin {
    private static final Plugin KEPT = new Plugin();
    private final String name = "plugin";

    private Plugin() {}

    public static void run() throws Exception {
        KEPT.take(new Plugin());
        try {
            KEPT.fail();
        } catch (PluginException expected) {
            KEPT.take(expected);
        }
        ExecutorService pool = Executors.newFixedThreadPool(2);
        pool.submit(() -> KEPT.take("task")).get();
        pool.execute(() -> KEPT.take("task"));
        later().complete(KEPT);
        never();
        serve(pool);
        pool.shutdown();
    }

    private static void serve(ExecutorService pool) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(pool);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        URI url = URI.create("http://localhost:" + server.getAddress().getPort() + "/");
        ((HttpURLConnection) url.toURL().openConnection()).getResponseCode();
        server.stop(0);
    }

    Plugin take(Object value) {
        return this;
    }

    void fail() {
        throw new PluginException();
    }

    static CompletableFuture<Plugin> later() {
        return new CompletableFuture<>();
    }

    static CompletableFuture<Plugin> never() {
        return new CompletableFuture<>();
    }

    private static final class PluginException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
