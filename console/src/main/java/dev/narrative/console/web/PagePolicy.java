package dev.narrative.console.web;

import dev.narrative.console.server.auth.LoginPages;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the pages may load and run: what comes from here, and the import map that stands in them, known by its hash. */
final class PagePolicy {
    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

    private PagePolicy() {}

    static String of(String page) {
        Matcher map = IMPORT_MAP.matcher(page);
        if (!map.find()) {
            throw new IllegalStateException("index.html lacks its import map");
        }
        String hash = Asset.sha256(map.group(1).getBytes(StandardCharsets.UTF_8));
        return LoginPages.PAGE_POLICY.replace("script-src 'self'", "script-src 'self' 'sha256-" + hash + "'");
    }
}
