package dev.narrative.core.method;

import dev.narrative.core.trace.RemoteParent;
import dev.narrative.core.trace.Span;
import dev.narrative.core.trace.Tracer;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.AttributeVisitor;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** One call of a named method. */
final class MethodSpan extends Span implements LaterResult {
    static final String SCOPE = "narrative.methods";

    private final MethodSite site;
    private @Nullable CallValues entry;

    MethodSpan(Tracer tracer, MethodSite site, String name, Span parent, boolean sampleAlways) {
        super(tracer, name, parent, sampleAlways);
        this.site = site;
    }

    MethodSpan(Tracer tracer, MethodSite site, String name, RemoteParent remote, boolean sampleAlways) {
        super(tracer, name, remote, sampleAlways);
        this.site = site;
    }

    /** Keeps the values that a name or an artifact needs beside the outcome. */
    void keep(CallValues values) {
        entry = values;
    }

    @Override
    public String scope() {
        return SCOPE;
    }

    @Override
    public void exit(@Nullable Throwable error) {
        leave();
        completed(null, error);
    }

    @Override
    public @Nullable Object exit(@Nullable Object returned, @Nullable Throwable error) {
        leave();
        if (error == null) {
            try {
                Object followed = site.returns().follow(returned, this);
                if (followed != null) {
                    goOn();
                    return followed;
                }
            } catch (ReflectiveOperationException | RuntimeException notFollowed) {
                // A publisher of a version that we don't know, or a stage that takes no callbacks: the span ends with
                // the method.
            }
        }
        completed(returned, error);
        return returned;
    }

    @Override
    public void completed(@Nullable Object value, @Nullable Throwable error) {
        if (hasEnded()) {
            return;
        }
        site.complete(this, entry, value, error);
        entry = null;
        if (error instanceof CancellationException) {
            fail("cancelled");
        } else if (error != null) {
            fail(error);
        }
        end();
    }

    @Override
    public void cancelled() {
        if (!hasEnded()) {
            attributes().put(AttributeNames.CANCELLED, true);
            completed(null, null);
        }
    }

    @Override
    protected long minimumNanos() {
        return site.minimumNanos();
    }

    @Override
    protected void visitConstants(AttributeVisitor visitor) {
        site.visitConstants(visitor);
    }
}
