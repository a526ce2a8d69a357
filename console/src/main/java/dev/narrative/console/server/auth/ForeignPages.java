package dev.narrative.console.server.auth;

import dev.narrative.console.server.http.Problem;
import io.javalin.http.Context;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the pages of other sites out. A site can point its name at this machine and have its visitors' browsers ask us
 * in its name: so only names are answered that are ours. Addresses are: nobody can point them elsewhere.
 */
public final class ForeignPages {
    private static final Pattern V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern V6 = Pattern.compile("\\[[0-9a-f:.]+(%[0-9a-z]+)?]");

    private final Set<String> own = new TreeSet<>();

    /** @param hostNames names under which the console is called, besides {@code localhost} */
    public ForeignPages(Iterable<String> hostNames) {
        for (String name : hostNames) {
            own.add(name.toLowerCase(Locale.ROOT));
        }
    }

    /** Ends requests that were not made to us, or that the page of another site makes. */
    public void check(Context ctx) {
        String host = ctx.header("Host");
        if (host == null || !isOurs(host)) {
            throw Problem.of(421, "this console is not called so; name the host with --host-name when it is");
        }
        String origin = ctx.header("Origin");
        boolean foreign = origin != null && !isOurs(origin, host);
        if (foreign || ("cross-site".equals(ctx.header("Sec-Fetch-Site")) && !isLink(ctx))) {
            throw Problem.of(403, "pages of other sites can't use this console");
        }
    }

    private boolean isOurs(String host) {
        String name = withoutPort(host.toLowerCase(Locale.ROOT));
        return name.equals("localhost")
                || own.contains(name)
                || V4.matcher(name).matches()
                || V6.matcher(name).matches();
    }

    /**
     * Whether a page comes from here, or from the name that a proxy has for us. The scheme is left out: in front of us
     * there may be one who speaks TLS. Other ports of this machine are others' pages.
     */
    private boolean isOurs(String origin, String host) {
        String authority = authority(origin);
        if (authority == null) {
            return false;
        }
        return authority.equalsIgnoreCase(host) || own.contains(withoutPort(authority.toLowerCase(Locale.ROOT)));
    }

    /** A link that somebody follows: the site that has it does not see what comes. */
    private static boolean isLink(Context ctx) {
        return ctx.method().name().equals("GET") && "navigate".equals(ctx.header("Sec-Fetch-Mode"));
    }

    private static @Nullable String authority(String origin) {
        try {
            return URI.create(origin).getRawAuthority();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        boolean port = colon > host.lastIndexOf(']') && (host.startsWith("[") || host.indexOf(':') == colon);
        return port ? host.substring(0, colon) : host;
    }
}
