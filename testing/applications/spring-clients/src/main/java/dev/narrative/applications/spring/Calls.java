package dev.narrative.applications.spring;

import java.net.URI;
import java.util.Map;

/** A client that follows redirects and gives up after as long as it was made for. */
public interface Calls {
    Reply get(URI url, Map<String, String> headers);

    Reply post(URI url, byte[] body);
}
