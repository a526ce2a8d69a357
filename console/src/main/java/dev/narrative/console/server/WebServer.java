package dev.narrative.console.server;

import dev.narrative.console.server.auth.ForeignPages;
import dev.narrative.console.server.http.Answers;
import dev.narrative.console.server.http.Problem;
import dev.narrative.console.server.http.Route;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.LoggerFactory;

/** Javalin and Jetty, set up for us: the routes behind their guard, and what every answer has. */
final class WebServer {
    private static final int THREADS = 96;
    private static final int PORTS_TRIED = 20;
    private static final int MAX_FORM_BYTES = 16 * 1_024;
    private static final int MAX_HEADER_BYTES = 16 * 1_024;

    private final Javalin javalin;

    private WebServer(Javalin javalin) {
        this.javalin = javalin;
    }

    static WebServer start(ServerOptions options, List<Route> routes, RouteGuard guard, ForeignPages pages) {
        int port = options.searchPort() ? freePort(options) : options.port();
        Javalin javalin = Javalin.create(config -> configure(config, routes, guard, pages));
        try {
            javalin.start(options.host(), port);
            return new WebServer(javalin);
        } catch (RuntimeException e) {
            javalin.stop();
            throw new IllegalArgumentException(
                    "the console can't listen on " + options.host() + ":" + port + " (" + e.getMessage()
                            + "); choose another --port",
                    e);
        }
    }

    /** The port or one of the next, the first that nobody listens on; the port itself when all are taken. */
    private static int freePort(ServerOptions options) {
        for (int port = options.port(); port < options.port() + PORTS_TRIED; port++) {
            try (ServerSocket probe = new ServerSocket()) {
                probe.bind(new InetSocketAddress(InetAddress.getByName(options.host()), port));
                return port;
            } catch (IOException taken) {
                // the next is tried
            }
        }
        return options.port();
    }

    int port() {
        return javalin.port();
    }

    void stop() {
        javalin.stop();
    }

    private static void configure(JavalinConfig config, List<Route> routes, RouteGuard guard, ForeignPages pages) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = MAX_FORM_BYTES;
        config.http.compressionStrategy = CompressionStrategy.GZIP;
        config.jetty.threadPool = threads();
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setRequestHeaderSize(MAX_HEADER_BYTES);
        });
        config.routes.before(ctx -> {
            protect(ctx);
            pages.check(ctx);
        });
        for (Route route : routes) {
            config.routes.addHttpHandler(HandlerType.findOrCreate(route.method()), route.path(), guard.guarded(route));
        }
        config.routes.exception(Problem.class, (problem, ctx) -> Answers.problem(ctx, problem));
        config.routes.exception(
                HttpResponseException.class,
                (e, ctx) -> Answers.problem(ctx, Problem.of(e.getStatus(), String.valueOf(e.getMessage()))));
        config.routes.exception(Exception.class, WebServer::unexpected);
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName("narrative-http");
        threads.setDaemon(true);
        return threads;
    }

    /** What browsers have to know of every answer; a page of ours says what else it may load. */
    private static void protect(Context ctx) {
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("Referrer-Policy", "no-referrer");
        ctx.header("X-Frame-Options", "DENY");
        ctx.header("Cross-Origin-Resource-Policy", "same-origin");
        ctx.header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        ctx.header("Cache-Control", "no-store");
    }

    private static void unexpected(Exception e, Context ctx) {
        LoggerFactory.getLogger(WebServer.class).error("{} {} failed", ctx.method(), ctx.path(), e);
        Answers.problem(ctx, Problem.of(500, "the console failed at this; its log tells more"));
    }
}
