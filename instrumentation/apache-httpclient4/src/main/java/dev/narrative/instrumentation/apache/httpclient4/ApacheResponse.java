package dev.narrative.instrumentation.apache.httpclient4;

import dev.narrative.instrumentation.http.HttpClientResponse;
import org.apache.http.Header;
import org.apache.http.HttpResponse;
import org.apache.http.ProtocolVersion;
import org.jspecify.annotations.Nullable;

record ApacheResponse(HttpResponse response) implements HttpClientResponse {
    @Override
    public int status() {
        return response.getStatusLine().getStatusCode();
    }

    @Override
    public String protocolVersion() {
        ProtocolVersion version = response.getStatusLine().getProtocolVersion();
        return version.getMajor() + "." + version.getMinor();
    }

    @Override
    public @Nullable String header(String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }
}
