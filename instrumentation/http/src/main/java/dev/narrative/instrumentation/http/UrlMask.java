package dev.narrative.instrumentation.http;

import java.util.Locale;
import java.util.Set;

/** URLs without what opens doors: credentials before the host, and the values of query parameters that are secrets. */
final class UrlMask {
    private static final String REDACTED = "REDACTED";

    /** Names in lower case and without {@code -} and {@code _}. */
    private static final Set<String> SECRETS = Set.of(
            "apikey",
            "key",
            "token",
            "accesstoken",
            "idtoken",
            "refreshtoken",
            "authtoken",
            "sessiontoken",
            "auth",
            "authorization",
            "password",
            "passwd",
            "pwd",
            "secret",
            "clientsecret",
            "sig",
            "signature",
            "awsaccesskeyid",
            "xamzsignature",
            "xamzcredential",
            "xamzsecuritytoken",
            "xgoogsignature",
            "xgoogcredential");

    private UrlMask() {}

    static String url(String url) {
        String open = withoutCredentials(url);
        int mark = open.indexOf('?');
        if (mark < 0) {
            return open;
        }
        String query = open.substring(mark + 1);
        String masked = query(query);
        return masked.equals(query) ? open : open.substring(0, mark + 1) + masked;
    }

    static String query(String query) {
        StringBuilder masked = new StringBuilder(query.length());
        int start = 0;
        while (start <= query.length()) {
            int end = query.indexOf('&', start);
            if (end < 0) {
                end = query.length();
            }
            int equals = query.indexOf('=', start);
            masked.append(start == 0 ? "" : "&");
            if (equals >= 0 && equals < end && isSecret(query.substring(start, equals))) {
                masked.append(query, start, equals + 1).append(REDACTED);
            } else {
                masked.append(query, start, end);
            }
            start = end + 1;
        }
        return masked.toString();
    }

    private static String withoutCredentials(String url) {
        int start = url.indexOf("://");
        if (start < 0) {
            return url;
        }
        start += 3;
        int end = start;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        int at = url.lastIndexOf('@', end);
        return at < start ? url : url.substring(0, start) + REDACTED + ":" + REDACTED + url.substring(at);
    }

    private static boolean isSecret(String name) {
        return SECRETS.contains(name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", ""));
    }
}
