package dev.narrative.instrumentation.jdk.httpserver;

import dev.narrative.boot.AdviceErrors;
import dev.narrative.instrumentation.http.HttpServerSpan;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A response's body whose end is the end of the request, since not every handler closes the exchange too. */
final class EndingStream extends FilterOutputStream {
    private final HttpServerSpan span;
    private final int status;

    EndingStream(OutputStream delegate, HttpServerSpan span, int status) {
        super(delegate);
        this.span = span;
        this.status = status;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
        try {
            out.close();
        } finally {
            end();
        }
    }

    private void end() {
        try {
            span.end(status, null);
        } catch (Throwable failed) {
            AdviceErrors.suppressed(failed);
        }
    }
}
