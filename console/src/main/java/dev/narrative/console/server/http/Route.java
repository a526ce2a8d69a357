package dev.narrative.console.server.http;

import io.javalin.http.Handler;

/**
 * A route as data, so that what is asked of its callers can be listed, tested and described.
 *
 * @param method in capital letters
 * @param path with parameters in braces
 */
public record Route(String method, String path, Access access, Trail trail, Handler handler) {
    public static Route get(String path, Access access, Handler handler) {
        return new Route("GET", path, access, Trail.NONE, handler);
    }

    public static Route post(String path, Access access, Handler handler) {
        return new Route("POST", path, access, Trail.NONE, handler);
    }

    public static Route delete(String path, Access access, Handler handler) {
        return new Route("DELETE", path, access, Trail.NONE, handler);
    }

    public Route leaving(Trail left) {
        return new Route(method, path, access, left, handler);
    }

    /** Whether it changes something, so that a page of somebody else must not be able to call it. */
    public boolean isUnsafe() {
        return !method.equals("GET");
    }
}
