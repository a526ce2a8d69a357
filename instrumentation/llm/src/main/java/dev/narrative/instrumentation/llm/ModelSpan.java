package dev.narrative.instrumentation.llm;

import dev.narrative.core.trace.RemoteParent;
import dev.narrative.core.trace.Span;
import dev.narrative.core.trace.Tracer;
import dev.narrative.model.AttributeVisitor;
import dev.narrative.model.SpanKind;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One call of a model: what the application asked once, however often it was tried. It ends when the last of those who
 * hold it has let go: the method that makes the call, and each request whose answer is still being read.
 */
public final class ModelSpan extends Span {
    static final String SCOPE = "narrative.llm";

    private final ModelCall call = new ModelCall(ContentRule.current());
    private final boolean masked = ContentRule.current().masked();
    private final AtomicInteger holders = new AtomicInteger(1);
    private final long begunNanos = System.nanoTime();
    private volatile @Nullable ModelApi api;
    private int attempts;
    private int status;
    private @Nullable Throwable error;
    private boolean cancelled;
    private @Nullable RenderedCall rendered;

    private ModelSpan(Tracer tracer, String name, Span parent) {
        super(tracer, name, parent, false);
    }

    private ModelSpan(Tracer tracer, String name, RemoteParent none) {
        super(tracer, name, none, false);
    }

    /** Begins a call that the caller holds, within the current span; it is not made the current one. */
    public static ModelSpan begin(Tracer tracer, String name, @Nullable Span around) {
        return around == null ? new ModelSpan(tracer, name, RemoteParent.NONE) : new ModelSpan(tracer, name, around);
    }

    public ModelCall call() {
        return call;
    }

    /** Another attempt at the call; false when the span is over, or is about something else. */
    boolean attempt(ModelApi newApi) {
        ModelApi known = api;
        if (known != null && !known.operation().equals(newApi.operation())) {
            return false;
        }
        int held;
        do {
            held = holders.get();
            if (held == 0) {
                return false;
            }
        } while (!holders.compareAndSet(held, held + 1));
        api = newApi;
        attempts++;
        status = 0;
        error = null;
        call.answerAnew();
        return true;
    }

    /** What the last attempt came to. */
    void outcome(int newStatus, @Nullable Throwable newError, boolean wasCancelled) {
        status = newStatus;
        error = newError;
        cancelled = wasCancelled;
    }

    /** Lets go; the last one to do so ends the span. */
    public void release() {
        if (holders.decrementAndGet() == 0) {
            finish();
        }
    }

    /** Lets go of a call that turned out to be none. */
    void releaseAsNone() {
        if (holders.decrementAndGet() == 0) {
            drop();
        }
    }

    private void finish() {
        ModelApi known = api;
        String model = RenderedCall.requestModel(call, known);
        if (known != null) {
            rename(model == null ? known.operation() : known.operation() + " " + model);
        }
        ModelOutcome.apply(this, call, status, error, cancelled);
        end();
    }

    @Override
    public void exit(@Nullable Throwable failure) {
        leave();
        if (failure != null && error == null && call.errorMessage() == null) {
            error = failure;
        }
        release();
    }

    @Override
    public SpanKind kind() {
        return SpanKind.CLIENT;
    }

    @Override
    public String scope() {
        return SCOPE;
    }

    /** Rendered once for all destinations, off the application's threads. */
    @Override
    protected void visitConstants(AttributeVisitor visitor) {
        if (!hasEnded()) {
            RenderedCall.running(call, api, attempts).visit(visitor);
            return;
        }
        RenderedCall once;
        synchronized (this) {
            once = rendered;
            if (once == null) {
                once = RenderedCall.of(call, api, attempts, masked, begunNanos, this);
                rendered = once;
            }
        }
        once.visit(visitor);
    }
}
