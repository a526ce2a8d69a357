package dev.narrative.export.langfuse;

import dev.narrative.model.AttributeVisitor;
import dev.narrative.model.Attributes;
import dev.narrative.model.SpanData;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.SpanKind;
import dev.narrative.model.StatusCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A span that a test puts together. */
final class TestSpan implements SpanData {
    static final long TRACE = 0x8448eb211c80319cL;
    static final long START = 1_700_000_000_000_000_000L;

    private final long id;
    private final long parentId;
    private final Attributes attributes = new Attributes();
    private final List<SpanEvent> events = new ArrayList<>();
    private String name = "step";
    private String scope = "narrative.jdk-httpclient";
    private boolean remoteParent;
    private StatusCode status = StatusCode.UNSET;
    private @Nullable String statusMessage;
    private @Nullable SpanData root;

    private TestSpan(long id, long parentId) {
        this.id = id;
        this.parentId = parentId;
    }

    static TestSpan root(long id) {
        return new TestSpan(id, 0);
    }

    static TestSpan child(long id, long parentId) {
        return new TestSpan(id, parentId);
    }

    TestSpan named(String newName) {
        name = newName;
        return this;
    }

    TestSpan withRemoteParent() {
        remoteParent = true;
        return this;
    }

    TestSpan within(SpanData newRoot) {
        root = newRoot;
        return this;
    }

    TestSpan method() {
        scope = "narrative.methods";
        return with("narrative.rule", "r").with("narrative.type", "span");
    }

    TestSpan type(String type) {
        return with("narrative.type", type);
    }

    TestSpan with(String key, String value) {
        attributes.put(key, value);
        return this;
    }

    TestSpan with(String key, long value) {
        attributes.put(key, value);
        return this;
    }

    TestSpan with(String key, double value) {
        attributes.put(key, value);
        return this;
    }

    TestSpan with(String key, boolean value) {
        attributes.put(key, value);
        return this;
    }

    TestSpan with(String key, List<String> value) {
        attributes.put(key, value);
        return this;
    }

    TestSpan failed(@Nullable String message) {
        status = StatusCode.ERROR;
        statusMessage = message;
        return this;
    }

    TestSpan event(String eventName, Attributes details) {
        events.add(new SpanEvent(eventName, START + 1_500_000, details));
        return this;
    }

    TestSpan score(String scoreName, double value) {
        return event(
                "gen_ai.evaluation.result",
                new Attributes().put("gen_ai.evaluation.name", scoreName).put("gen_ai.evaluation.score.value", value));
    }

    @Override
    public long traceIdHigh() {
        return 0x0af7651916cd43ddL;
    }

    @Override
    public long traceIdLow() {
        return TRACE;
    }

    @Override
    public long spanId() {
        return id;
    }

    @Override
    public long parentSpanId() {
        return parentId;
    }

    @Override
    public boolean hasRemoteParent() {
        return remoteParent;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public @Nullable SpanData localRoot() {
        return root;
    }

    @Override
    public SpanKind kind() {
        return SpanKind.INTERNAL;
    }

    @Override
    public long startEpochNanos() {
        return START;
    }

    @Override
    public long endEpochNanos() {
        return START + 2_000_000_000L;
    }

    @Override
    public StatusCode status() {
        return status;
    }

    @Override
    public @Nullable String statusMessage() {
        return statusMessage;
    }

    @Override
    public String scope() {
        return scope;
    }

    @Override
    public @Nullable String traceState() {
        return null;
    }

    @Override
    public List<SpanEvent> events() {
        return events;
    }

    @Override
    public void visitAttributes(AttributeVisitor visitor) {
        attributes.visit(visitor);
    }
}
