package dev.narrative.instrumentation.llm.framework;

import dev.narrative.core.AgentRuntime;
import dev.narrative.core.trace.Correlation;
import dev.narrative.core.trace.RemoteParent;
import dev.narrative.core.trace.Span;
import dev.narrative.core.trace.Tracer;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.AttributeVisitor;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One step of a framework around model calls. It ends when the last of those who hold it has let go: the method that
 * takes the step, and whatever goes on after that method has returned.
 */
public final class FrameworkSpan extends Span {
    private final String scope;
    private final Step step;
    private final String subject;
    private final StepContent content = StepContent.current();
    private final AtomicInteger holders = new AtomicInteger(1);
    private final AtomicBoolean finished = new AtomicBoolean();
    private @Nullable StringBuilder pieces;
    private @Nullable String otherSubject;

    private FrameworkSpan(Tracer tracer, String scope, Step step, String subject, Span parent) {
        super(tracer, step.spanName(subject), parent, false);
        this.scope = scope;
        this.step = step;
        this.subject = subject;
    }

    private FrameworkSpan(Tracer tracer, String scope, Step step, String subject, RemoteParent none) {
        super(tracer, step.spanName(subject), none, false);
        this.scope = scope;
        this.step = step;
        this.subject = subject;
    }

    /**
     * Begins a step within the current span and makes it the current one.
     *
     * @param scope the instrumentation scope's name, such as {@code narrative.langchain4j}
     * @param subject what the span's name says after the kind of step: the agent's, tool's or node's name
     */
    public static FrameworkSpan begin(String scope, Step step, String subject) {
        FrameworkSpan span = within(Span.current(), scope, step, subject);
        span.enter();
        return span;
    }

    /** Begins a step within a span, or a trace where there is none; the current span stays what it is. */
    public static FrameworkSpan within(@Nullable Span around, String scope, Step step, String subject) {
        Tracer tracer = AgentRuntime.tracer();
        return around == null
                ? new FrameworkSpan(tracer, scope, step, subject, tracer.localRoot())
                : new FrameworkSpan(tracer, scope, step, subject, around);
    }

    /** The step of this kind that is the current span, {@code null} when that is anything else. */
    public static @Nullable FrameworkSpan current(Step step) {
        return Span.current() instanceof FrameworkSpan span && span.step == step && !span.hasEnded() ? span : null;
    }

    /** Whether the current span is a step of this kind on this subject: then the method is a part of it. */
    public static boolean isCurrent(Step step, String subject) {
        FrameworkSpan span = current(step);
        return span != null && (span.subject.equals(subject) || subject.equals(span.otherSubject));
    }

    /** The subject by which {@link #isCurrent} knows the step as well, where it bears a name that was given to it. */
    public FrameworkSpan alsoKnownAs(String other) {
        otherSubject = other;
        return this;
    }

    /** Whether inputs and outputs are kept, so that a costly one need not be put together for nothing. */
    public boolean keepsContent() {
        return content.isKept();
    }

    /** What the step is given: plain values, the JDK's collections, or objects that are read field by field. */
    public FrameworkSpan input(@Nullable Object value) {
        return content(AttributeNames.INPUT, value);
    }

    /** What the step comes to, as {@link #input}. */
    public FrameworkSpan output(@Nullable Object value) {
        return content(AttributeNames.OUTPUT, value);
    }

    /** A piece of an output that comes in pieces. */
    public void outputPiece(@Nullable String text) {
        if (text != null && keepsContent()) {
            StringBuilder all = pieces == null ? new StringBuilder() : pieces;
            all.append(text, 0, Math.min(text.length(), Math.max(content.room() - all.length(), 0)));
            pieces = all;
        }
    }

    /** Ends a step whose method has long returned, on whatever thread; only the first end counts. */
    public void finish(@Nullable Throwable error) {
        if (!finished.compareAndSet(false, true)) {
            return;
        }
        if (pieces != null) {
            output(pieces);
        }
        if (error instanceof CancellationException) {
            fail("cancelled");
        } else if (error != null) {
            fail(error);
        }
        release();
    }

    /** Ends a step whose result nobody wants any more, which is no failure. */
    public void cancel() {
        if (!finished.get()) {
            attributes().put(AttributeNames.CANCELLED, true);
            finish(null);
        }
    }

    /** Content under another name, as {@link #input}. */
    public FrameworkSpan content(String attribute, @Nullable Object value) {
        String text = content.render(value);
        if (text != null) {
            attributes().put(attribute, text);
        }
        return this;
    }

    /** The conversation that this is a part of, and the session where none is known. */
    public void conversation(@Nullable Object id) {
        String text = StepContent.id(id);
        if (text != null) {
            attributes().put(AttributeNames.GEN_AI_CONVERSATION_ID, text);
            if (correlation().session() == null) {
                correlate(new Correlation(text, null, null, null));
            }
        }
    }

    /** Holds the span once more: it goes on after its method has returned. */
    public void hold() {
        holders.incrementAndGet();
        goOn();
    }

    /** Whether it goes on after its method. */
    public boolean isHeld() {
        return holders.get() > 1;
    }

    /** Lets go; the last one to do so ends the span. */
    public void release() {
        if (holders.decrementAndGet() == 0) {
            end();
        }
    }

    @Override
    public void exit(@Nullable Throwable error) {
        leave();
        if (error != null) {
            fail(error);
        }
        release();
    }

    @Override
    public String scope() {
        return scope;
    }

    @Override
    protected void visitConstants(AttributeVisitor visitor) {
        visitor.string(AttributeNames.TYPE, step.type());
        String operation = step.operation();
        if (operation != null) {
            visitor.string(AttributeNames.GEN_AI_OPERATION_NAME, operation);
        }
        if (step == Step.AGENT) {
            visitor.string(AttributeNames.GEN_AI_AGENT_NAME, agent());
        } else if (step == Step.TOOL) {
            visitor.string(AttributeNames.GEN_AI_TOOL_NAME, subject);
        }
    }

    /** An agent's method may stand behind its name, unless that was given to it. */
    private String agent() {
        int dot = otherSubject == null ? subject.indexOf('.') : -1;
        return dot < 0 ? subject : subject.substring(0, dot);
    }
}
