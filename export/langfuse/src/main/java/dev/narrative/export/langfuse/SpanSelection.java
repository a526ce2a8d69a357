package dev.narrative.export.langfuse;

import dev.narrative.model.SpanData;
import java.util.List;
import java.util.function.Consumer;

/** Decides which spans go to Langfuse, where each is billed. One thread at a time. */
interface SpanSelection {
    /** Takes ended spans; those that are chosen go on now or later, the others never. */
    void offer(List<SpanData> spans, long nowNanos, Consumer<Chosen> chosen);

    /** Called about once a second. */
    void tick(long nowNanos, Consumer<Chosen> chosen);

    /** Decides on everything that still waits. */
    void settle(Consumer<Chosen> chosen);

    /** How many spans were left out since this was asked last. */
    long takeLeftOut();

    /** Every span. */
    final class All implements SpanSelection {
        @Override
        public void offer(List<SpanData> spans, long nowNanos, Consumer<Chosen> chosen) {
            for (SpanData span : spans) {
                chosen.accept(new Chosen(span, !span.hasRemoteParent()));
            }
        }

        @Override
        public void tick(long nowNanos, Consumer<Chosen> chosen) {}

        @Override
        public void settle(Consumer<Chosen> chosen) {}

        @Override
        public long takeLeftOut() {
            return 0;
        }
    }
}
