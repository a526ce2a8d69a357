package dev.narrative.core.method;

import dev.narrative.boot.MethodHook;
import dev.narrative.boot.TracedCall;
import dev.narrative.core.AgentRuntime;
import dev.narrative.core.capture.NameTemplate;
import dev.narrative.core.capture.ValueRenderer;
import dev.narrative.core.rules.Rule;
import dev.narrative.core.trace.Span;
import dev.narrative.core.trace.Tracer;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.AttributeVisitor;
import dev.narrative.model.masking.Masking;
import org.jspecify.annotations.Nullable;

/** A woven method under the rule that names it: it opens a span for each call that the rule's limit lets pass. */
public final class MethodSite extends MethodHook {
    private final Rule rule;
    private final String function;
    private final String shortName;
    private final ReturnKind returns;
    private final ValueRenderer renderer;
    private final CapturePlan atEntry;
    private final CapturePlan atEnd;
    private final @Nullable ArtifactCapture artifact;
    private final @Nullable RateLimit limit;

    /**
     * @param className the declaring class's name, with dots
     */
    public MethodSite(Rule rule, String className, String method, ReturnKind returns) {
        this.rule = rule;
        this.function = className + "." + method;
        this.shortName = function.substring(className.lastIndexOf('.') + 1);
        this.returns = returns;
        this.renderer = ValueRenderer.of(AgentRuntime.config(), MaskText.INSTANCE);
        this.atEntry = CapturePlan.of(rule, true);
        this.atEnd = CapturePlan.of(rule, false);
        this.artifact = ArtifactCapture.of(rule.captures());
        this.limit = rule.limitPerSecond() == 0 ? null : new RateLimit(rule.limitPerSecond());
    }

    @Override
    public @Nullable TracedCall enter(@Nullable Object self, Object @Nullable [] arguments) {
        if (limit != null && !limit.admits(System.nanoTime())) {
            return null;
        }
        Tracer tracer = AgentRuntime.tracer();
        Span parent = Span.current();
        MethodSpan span = parent == null
                ? new MethodSpan(tracer, this, shortName, tracer.localRoot(), rule.alwaysSampled())
                : new MethodSpan(tracer, this, shortName, parent, rule.alwaysSampled());
        NameTemplate template = rule.name();
        boolean keepsEntry = artifact != null && artifact.readsCall();
        if (template != null || keepsEntry || !atEntry.isEmpty()) {
            CallValues values = new CallValues(renderer, self, arguments, null, null);
            atEntry.apply(span, values);
            if (template != null) {
                if (template.needsEnd()) {
                    keepsEntry = true;
                } else {
                    span.rename(values.render(template));
                }
            }
            if (keepsEntry) {
                span.keep(values);
            }
        }
        span.enter();
        return span;
    }

    ReturnKind returns() {
        return returns;
    }

    long minimumNanos() {
        return rule.minNanos();
    }

    /**
     * Takes from the call's outcome what the rule keeps of it.
     *
     * @param entry the values that were kept at the entry
     */
    void complete(MethodSpan span, @Nullable CallValues entry, @Nullable Object result, @Nullable Throwable error) {
        if (atEnd.isEmpty() && entry == null && artifact == null) {
            return;
        }
        CallValues values =
                entry == null ? new CallValues(renderer, null, null, result, error) : entry.endedWith(result, error);
        if (!atEnd.isEmpty()) {
            atEnd.apply(span, values);
        }
        if (artifact != null && error == null) {
            artifact.complete(span, values);
        }
        NameTemplate template = rule.name();
        if (entry != null && template != null && template.needsEnd()) {
            span.rename(values.render(template));
        }
    }

    void visitConstants(AttributeVisitor visitor) {
        visitor.string(AttributeNames.CODE_FUNCTION_NAME, function);
        visitor.string(AttributeNames.RULE, rule.id());
        visitor.string(AttributeNames.TYPE, rule.type() == null ? "span" : rule.type());
        if (rule.layer() != null) {
            visitor.string(AttributeNames.LAYER, rule.layer());
        }
        if (rule.universe() != null) {
            visitor.string(AttributeNames.UNIVERSE, rule.universe());
        }
    }

    /** {@link Masking#mask} as a function object; a method reference would cost the first traced call its linkage. */
    private enum MaskText implements java.util.function.UnaryOperator<String> {
        INSTANCE;

        @Override
        public String apply(String text) {
            return Masking.mask(text);
        }
    }
}
