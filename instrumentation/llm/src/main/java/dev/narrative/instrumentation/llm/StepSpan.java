package dev.narrative.instrumentation.llm;

import dev.narrative.core.AgentRuntime;
import dev.narrative.core.trace.Correlation;
import dev.narrative.core.trace.RemoteParent;
import dev.narrative.core.trace.Span;
import dev.narrative.core.trace.Tracer;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.AttributeVisitor;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A step that a framework takes around its model calls: a chain, an agent, a tool, a retriever. */
public final class StepSpan extends Span {
    private static final int LONGEST_ID = 256;

    private final StepKind kind;
    private final String scope;
    private final StepContent content;
    private final AtomicBoolean over = new AtomicBoolean();

    private StepSpan(Tracer tracer, StepKind kind, String subject, String scope, Span around) {
        super(tracer, kind.spanName(subject), around, false);
        this.kind = kind;
        this.scope = scope;
        this.content = new StepContent(ContentRule.current());
    }

    private StepSpan(Tracer tracer, StepKind kind, String subject, String scope, RemoteParent none) {
        super(tracer, kind.spanName(subject), none, false);
        this.kind = kind;
        this.scope = scope;
        this.content = new StepContent(ContentRule.current());
    }

    /**
     * Begins a step; it is not made the current span.
     *
     * @param subject who or what takes the step: the agent's, tool's or advisor's name
     * @param scope the instrumentation's scope
     */
    public static StepSpan begin(StepKind kind, String subject, String scope, @Nullable Span around) {
        Tracer tracer = AgentRuntime.tracer();
        return around == null
                ? new StepSpan(tracer, kind, subject, scope, RemoteParent.NONE)
                : new StepSpan(tracer, kind, subject, scope, around);
    }

    /** Whether contents are wanted at all, for callers to whom it is work to gather them. */
    public boolean keepsContent() {
        return isSampled() && content.isKept();
    }

    /** What the step was given: text, or a value that is written as JSON. */
    public StepSpan input(@Nullable Object value) {
        put(AttributeNames.INPUT, value);
        return this;
    }

    /** What the step came to. */
    public void output(@Nullable Object value) {
        put(AttributeNames.OUTPUT, value);
    }

    /** A piece of an output that comes in pieces. */
    public void outputPiece(@Nullable String text) {
        if (text != null && keepsContent()) {
            content.add(text);
        }
    }

    /** The conversation that the step is part of, which is the session where none is known. */
    public StepSpan conversation(@Nullable String id) {
        if (id != null && !id.isEmpty() && id.length() <= LONGEST_ID) {
            attributes().put(AttributeNames.GEN_AI_CONVERSATION_ID, id);
            if (correlation().session() == null) {
                correlate(new Correlation(id, null, null, null));
            }
        }
        return this;
    }

    /** Ends the step, on whatever thread; only the first end counts. */
    public void finish(@Nullable Throwable error) {
        if (!over.compareAndSet(false, true)) {
            return;
        }
        String pieces = content.pieces();
        if (pieces != null) {
            put(AttributeNames.OUTPUT, pieces);
        }
        if (error instanceof CancellationException) {
            fail("cancelled");
        } else if (error != null) {
            fail(error);
        }
        end();
    }

    /** Ends the step whose result nobody wants any more, which is no failure. */
    public void cancel() {
        if (!over.get()) {
            attributes().put(AttributeNames.CANCELLED, true);
            finish(null);
        }
    }

    @Override
    public void exit(@Nullable Throwable error) {
        leave();
        finish(error);
    }

    @Override
    public String scope() {
        return scope;
    }

    @Override
    protected void visitConstants(AttributeVisitor visitor) {
        visitor.string(AttributeNames.TYPE, kind.type());
        String operation = kind.operation();
        if (operation != null) {
            visitor.string(AttributeNames.GEN_AI_OPERATION_NAME, operation);
        }
    }

    private void put(String attribute, @Nullable Object value) {
        String text = keepsContent() ? content.text(value) : null;
        if (text != null) {
            attributes().put(attribute, text);
            if (content.isCut()) {
                attributes().put(AttributeNames.CONTENT_TRUNCATED, true);
            }
        }
    }
}
