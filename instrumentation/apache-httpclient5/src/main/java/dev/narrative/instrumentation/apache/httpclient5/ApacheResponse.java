package dev.narrative.instrumentation.apache.httpclient5;

import dev.narrative.instrumentation.http.HttpClientResponse;
import dev.narrative.instrumentation.http.HttpVersions;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.ProtocolVersion;
import org.jspecify.annotations.Nullable;

record ApacheResponse(HttpResponse response) implements HttpClientResponse {
    @Override
    public int status() {
        return response.getCode();
    }

    @Override
    public @Nullable String protocolVersion() {
        ProtocolVersion version = response.getVersion();
        return version == null ? null : HttpVersions.of(version.getMajor() + "." + version.getMinor());
    }

    @Override
    public @Nullable String header(String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }
}
