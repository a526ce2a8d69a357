package dev.narrative.export.langfuse;

import dev.narrative.core.export.DestinationCounters;
import dev.narrative.core.export.LossCause;
import dev.narrative.core.export.SpanExporter;
import dev.narrative.core.log.AgentLog;
import dev.narrative.export.delivery.Outbox;
import dev.narrative.model.SpanData;
import java.util.ArrayList;
import java.util.List;

/** Chooses, maps and encodes spans and their scores, and leaves the requests to the outbox. */
final class LangfuseExporter implements SpanExporter {
    private final SpanSelection selection;
    private final LangfuseMapping mapping;
    private final ScoreMapping scoreMapping;
    private final TraceRequests traces;
    private final ScoreRequests scores;
    private final Outbox outbox;
    private final DestinationCounters counters;
    private final TraceMemory traceMemory = new TraceMemory();
    private final RootContent rootContent = new RootContent();
    private final List<MappedSpan> ready = new ArrayList<>();

    LangfuseExporter(
            SpanSelection selection,
            ProcessFields process,
            TraceRequests traces,
            Outbox outbox,
            DestinationCounters counters) {
        this.selection = selection;
        this.mapping = new LangfuseMapping(process);
        this.scoreMapping = new ScoreMapping(process);
        this.traces = traces;
        this.scores = new ScoreRequests(outbox);
        this.outbox = outbox;
        this.counters = counters;
    }

    @Override
    public boolean deliversLater() {
        return true;
    }

    /** A request costs far more than a span does, and a trace that comes whole is mapped best. */
    @Override
    public int gatherMillis() {
        return 1_000;
    }

    @Override
    public void export(List<SpanData> batch) {
        List<SpanData> observations = sendScores(batch);
        selection.offer(observations, System.nanoTime(), this::map);
        sendReady();
    }

    /** Sends the scores that spans carry, and returns the spans that are more than that. */
    private List<SpanData> sendScores(List<SpanData> batch) {
        List<SpanData> observations = new ArrayList<>(batch.size());
        List<LangfuseScore> found = new ArrayList<>();
        List<Long> spanIds = new ArrayList<>();
        for (SpanData span : batch) {
            List<LangfuseScore> own = scoreMapping.scores(span);
            found.addAll(own);
            own.forEach(score -> spanIds.add(span.spanId()));
            boolean isMore = !ScoreMapping.isScoreAlone(span);
            if (isMore) {
                observations.add(span);
            }
            counters.countTaken(own.size() - (isMore ? 0 : 1)); // a score is delivered, and may be lost, as a span is
        }
        scores.submit(found, spanIds);
        return observations;
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

    private void sendReady() {
        traces.submit(ready);
        ready.clear();
        counters.countTaken(-selection.takeLeftOut());
    }

    @Override
    public void tick() {
        selection.tick(System.nanoTime(), this::map);
        sendReady();
        outbox.tick();
    }

    @Override
    public void flush(long timeoutMillis) {
        selection.settle(this::map);
        sendReady();
        outbox.flush(timeoutMillis);
    }

    @Override
    public void close() {
        outbox.close();
    }
}
