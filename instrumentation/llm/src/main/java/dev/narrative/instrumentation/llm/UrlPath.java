package dev.narrative.instrumentation.llm;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The end of a URL's path.
 *
 * @param slash where the last segment's slash is
 * @param end where the path ends
 */
record UrlPath(String url, int slash, int end) {
    /** Where a URL's path ends, without a slash at its end. */
    static int end(String url) {
        int end = url.length();
        int query = url.indexOf('?');
        if (query >= 0) {
            end = query;
        }
        int fragment = url.indexOf('#');
        if (fragment >= 0 && fragment < end) {
            end = fragment;
        }
        return end > 0 && url.charAt(end - 1) == '/' ? end - 1 : end;
    }

    String last() {
        return url.substring(slash + 1, end);
    }

    /** Whether this stands right before the last segment. */
    boolean follows(String before) {
        return url.startsWith(before, slash - before.length());
    }

    /** Whether a version such as {@code v2} stands right before the last segment. */
    boolean followsVersion() {
        return slash > 2
                && url.charAt(slash - 3) == '/'
                && url.charAt(slash - 2) == 'v'
                && Character.isDigit(url.charAt(slash - 1));
    }

    boolean contains(String part) {
        int at = url.indexOf(part);
        return at >= 0 && at < end;
    }

    /** What stands between this and the last segment; {@code null} when it is not there. */
    @Nullable
    String after(String before) {
        int start = url.lastIndexOf(before, slash - 1);
        return start < 0 || start + before.length() >= slash
                ? null
                : decoded(url.substring(start + before.length(), slash));
    }

    static String decoded(String segment) {
        if (segment.indexOf('%') < 0) {
            return segment;
        }
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException wrongEscape) {
            return segment;
        }
    }
}
