package dev.narrative.instrumentation.reactor.netty;

import dev.narrative.core.propagation.HeaderSetter;
import dev.narrative.core.propagation.Propagation;
import dev.narrative.instrumentation.http.HttpClientSpan;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** What a repeated attempt may tell its host, which need not be the first one's. */
final class Redirects {
    private Redirects() {}

    /** The application may have copied the first attempt's headers, so that what the host may not see is dropped. */
    static void inject(HttpClientSpan span, @Nullable String url, HeaderSetter headers) {
        Propagation propagation = Propagation.current();
        if (propagation.reaches(host(url))) {
            propagation.inject(span, headers);
        } else {
            Propagation.clear(headers);
        }
    }

    private static @Nullable String host(@Nullable String url) {
        try {
            return url == null ? null : new URI(url).getHost();
        } catch (URISyntaxException unknown) {
            return null;
        }
    }
}
