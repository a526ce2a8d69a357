package dev.narrative.instrumentation.aws.sdk;

import dev.narrative.boot.AdviceErrors;
import dev.narrative.instrumentation.http.BodyTap;
import dev.narrative.instrumentation.http.TappedInputStream;
import java.io.InputStream;
import software.amazon.awssdk.http.ContentStreamProvider;

/** A request's body that shows what is read of it to be sent. */
final class TappedContent implements ContentStreamProvider {
    private final ContentStreamProvider content;
    private final long length;
    private final SentBody sent;

    TappedContent(ContentStreamProvider content, long length, SentBody sent) {
        this.content = content;
        this.length = length;
        this.sent = sent;
    }

    @Override
    public InputStream newStream() {
        InputStream stream = content.newStream();
        try {
            BodyTap tap = sent.take();
            return tap == null ? stream : new TappedInputStream(stream, new CountingTap(tap, length));
        } catch (Throwable failed) {
            AdviceErrors.suppressed(failed);
            return stream;
        }
    }

    /** What the SDK tells of it in the {@code User-Agent}; versions that do not, do not ask. */
    @Override
    public String name() {
        return content.name();
    }
}
