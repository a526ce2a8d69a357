package dev.narrative.instrumentation.http;

import dev.narrative.model.AttributeNames;
import dev.narrative.model.AttributeVisitor;
import org.jspecify.annotations.Nullable;

/** The server's address and port, as the {@code Host} header names them; anybody can write there what he likes. */
final class Authority {
    private static final int MAX_HOST = 255;

    private Authority() {}

    static void visit(@Nullable String header, String scheme, AttributeVisitor visitor) {
        if (header == null) {
            return;
        }
        int colon = header.lastIndexOf(':');
        boolean hasPort = colon > header.lastIndexOf(']');
        String host = hasPort ? header.substring(0, colon) : header;
        if (host.isEmpty() || host.length() > MAX_HOST) {
            return;
        }
        visitor.string(AttributeNames.SERVER_ADDRESS, host);
        int port = hasPort ? port(header, colon + 1) : scheme.equals("https") ? 443 : 80;
        if (port > 0) {
            visitor.integer(AttributeNames.SERVER_PORT, port);
        }
    }

    private static int port(String header, int start) {
        int port = 0;
        for (int i = start; i < header.length(); i++) {
            char c = header.charAt(i);
            if (c < '0' || c > '9' || port > 65_535) {
                return -1;
            }
            port = port * 10 + c - '0';
        }
        return port > 65_535 ? -1 : port;
    }
}
