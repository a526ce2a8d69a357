package dev.narrative.testing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The finished spans of one or more traces, with the questions that tests ask of them. */
public final class Traces {
    private final List<RecordedSpan> spans;

    Traces(List<RecordedSpan> spans) {
        this.spans = List.copyOf(spans);
    }

    /** What the journals below a directory hold at this moment. */
    public static Traces read(Path journalDirectory) {
        return new Traces(JournalReader.read(journalDirectory));
    }

    /** Reads until the journals hold what is expected, no longer than it takes. */
    public static Traces await(Path journalDirectory, Duration timeout, Predicate<Traces> expected) {
        return Poll.until("spans in " + journalDirectory, timeout, () -> Optional.of(read(journalDirectory))
                .filter(expected));
    }

    public List<RecordedSpan> spans() {
        return spans;
    }

    public List<String> traceIds() {
        return spans.stream().map(RecordedSpan::traceId).distinct().toList();
    }

    /** The spans of one trace. */
    public Traces trace(String traceId) {
        return where(span -> span.traceId().equals(traceId));
    }

    /** The trace that has such a span; none or several fail. */
    public Traces traceWith(String what, Predicate<RecordedSpan> span) {
        List<String> found = where(span).traceIds();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " traces have " + what + " in\n" + this);
        }
        return trace(found.get(0));
    }

    /** The trace of this session; none or several fail. */
    public Traces session(String id) {
        return traceWith("the session " + id, span -> id.equals(span.attribute("session.id")));
    }

    /** The trace that has spans of this name; none or several fail. */
    public Traces around(String name) {
        return traceWith("\"" + name + '"', span -> span.name().equals(name));
    }

    public Traces where(Predicate<RecordedSpan> condition) {
        return new Traces(spans.stream().filter(condition).toList());
    }

    public List<RecordedSpan> roots() {
        return where(RecordedSpan::isRoot).spans();
    }

    public boolean has(String name) {
        return spans.stream().anyMatch(span -> span.name().equals(name));
    }

    /** The one span of this name; none or several fail. */
    public RecordedSpan named(String name) {
        List<RecordedSpan> found = allNamed(name);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " spans are named \"" + name + "\" in\n" + this);
        }
        return found.get(0);
    }

    public List<RecordedSpan> allNamed(String name) {
        return where(span -> span.name().equals(name)).spans();
    }

    /** The parent, when it is among these spans. */
    public Optional<RecordedSpan> parentOf(RecordedSpan child) {
        return spans.stream()
                .filter(span -> span.traceId().equals(child.traceId()))
                .filter(span -> span.spanId().equals(child.parentId()))
                .findFirst();
    }

    /** The children in the order of their start. */
    public List<RecordedSpan> childrenOf(RecordedSpan parent) {
        return spans.stream()
                .filter(span -> span.traceId().equals(parent.traceId()))
                .filter(span -> span.parentId().equals(parent.spanId()))
                .sorted((a, b) -> Long.compare(a.startNanos(), b.startNanos()))
                .toList();
    }

    /** The span and everything above it, the outermost first. */
    public List<RecordedSpan> pathTo(RecordedSpan span) {
        Deque<RecordedSpan> path = new ArrayDeque<>();
        Optional<RecordedSpan> at = Optional.of(span);
        while (at.isPresent() && path.size() <= spans.size()) {
            path.addFirst(at.get());
            at = parentOf(at.get());
        }
        return List.copyOf(path);
    }

    /** Fails unless there is one span of each name and the one is the other's parent. */
    public Traces assertParent(String child, String parent) {
        Optional<RecordedSpan> actual = parentOf(named(child));
        if (!actual.equals(Optional.of(named(parent)))) {
            throw new AssertionError("the parent of \"" + child + "\" is "
                    + actual.map(span -> "\"" + span.name() + "\"").orElse("not here") + " instead of \"" + parent
                    + "\" in\n" + this);
        }
        return this;
    }

    /** A line for each span with its parent's name, for the message of an assertion. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (RecordedSpan span : spans) {
            text.append(span.traceId(), 0, 6)
                    .append("  ")
                    .append(span.name())
                    .append(" [")
                    .append(span.service())
                    .append(' ')
                    .append(span.kind())
                    .append(' ')
                    .append(span.status())
                    .append("] in ")
                    .append(parentOf(span).map(RecordedSpan::name).orElse("-"))
                    .append('\n');
        }
        return text.toString();
    }
}
