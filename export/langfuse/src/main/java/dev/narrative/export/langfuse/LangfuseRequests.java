package dev.narrative.export.langfuse;

import dev.narrative.core.export.DestinationCounters;
import dev.narrative.core.export.LossCause;
import dev.narrative.core.log.AgentLog;
import dev.narrative.export.delivery.Request;
import dev.narrative.export.langfuse.ScoreRequests.CarriedScore;
import dev.narrative.model.SpanData;
import dev.narrative.model.score.LangfuseScore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Chooses and maps the spans of one process with their scores, and makes requests of them. One thread at a time. */
final class LangfuseRequests {
    private final SpanSelection selection;
    private final LangfuseMapping mapping;
    private final ScoreMapping scoreMapping;
    private final TraceRequests traces;
    private final ScoreRequests scores = new ScoreRequests();
    private final DestinationCounters counters;
    private final TraceMemory traceMemory = new TraceMemory();
    private final RootContent rootContent = new RootContent();
    private final List<MappedSpan> ready = new ArrayList<>();
    private long more;

    LangfuseRequests(
            SpanSelection selection, ProcessFields process, TraceRequests traces, DestinationCounters counters) {
        this.selection = selection;
        this.mapping = new LangfuseMapping(process);
        this.scoreMapping = new ScoreMapping(process);
        this.traces = traces;
        this.counters = counters;
    }

    /**
     * Makes requests of what can be decided on now. Scores first: whoever recovers after a crash makes them again of the
     * spans that had not gone out, and a score that comes twice overwrites itself.
     */
    void offer(List<? extends SpanData> spans, Consumer<Request> requests) {
        List<SpanData> observations = new ArrayList<>(spans.size());
        List<CarriedScore> found = new ArrayList<>();
        for (SpanData span : spans) {
            List<LangfuseScore> own = scoreMapping.scores(span);
            boolean isAlone = ScoreMapping.isScoreAlone(span);
            own.forEach(score -> found.add(new CarriedScore(score, span.spanId(), isAlone)));
            if (!isAlone) {
                observations.add(span);
            }
            more += own.size() - (isAlone ? 1 : 0);
        }
        selection.offer(observations, System.nanoTime(), this::map);
        scores.encode(found, requests);
        encodeReady(requests);
    }

    /** To be called about once a second. */
    void tick(Consumer<Request> requests) {
        selection.tick(System.nanoTime(), this::map);
        encodeReady(requests);
    }

    /** Decides on everything that waits. */
    void settle(Consumer<Request> requests) {
        selection.settle(this::map);
        encodeReady(requests);
    }

    /**
     * By how much more than one for each span is delivered, since this was asked last: a score is delivered, and may be
     * lost, as a span is, and a span that is left out was never meant to be.
     */
    long takeMore() {
        long difference = more - selection.takeLeftOut();
        more = 0;
        return difference;
    }

    private void map(Chosen chosen) {
        SpanData span = chosen.span();
        try {
            MappedSpan mapped = mapping.map(span, traceMemory.of(span), chosen.parentIsThere());
            rootContent.pass(mapped);
            ready.add(mapped);
        } catch (RuntimeException e) {
            counters.countLost(LossCause.NOT_ENCODABLE, 1, AgentLog.brief(e));
        }
    }

    private void encodeReady(Consumer<Request> requests) {
        traces.encode(ready, requests);
        ready.clear();
    }
}
