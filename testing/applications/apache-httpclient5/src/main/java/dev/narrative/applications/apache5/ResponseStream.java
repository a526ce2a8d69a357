package dev.narrative.applications.apache5;

import java.io.FilterInputStream;
import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpResponse;

/** A response's body, which drops the connection when it is closed. */
final class ResponseStream extends FilterInputStream {
    private final ClassicHttpResponse response;

    ResponseStream(ClassicHttpResponse response) throws IOException {
        super(response.getEntity().getContent());
        this.response = response;
    }

    @Override
    public void close() throws IOException {
        response.close();
    }
}
