package dev.narrative.export.langfuse;

import dev.narrative.export.delivery.Compression;
import dev.narrative.export.delivery.Outbox;
import dev.narrative.export.delivery.Request;
import java.nio.ByteBuffer;
import java.util.List;

/** Makes requests of scores: so few in each that the answer to each of them can be read, and the size is no matter. */
final class ScoreRequests {
    private static final int MOST = 200;

    private final Outbox outbox;
    private final Compression compression = Compression.of(true);

    ScoreRequests(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * Sends scores.
     *
     * @param spanIds of each score, the span that carried it
     */
    void submit(List<LangfuseScore> scores, List<Long> spanIds) {
        for (int from = 0; from < scores.size(); from += MOST) {
            int to = Math.min(scores.size(), from + MOST);
            long[] ids = spanIds.subList(from, to).stream()
                    .mapToLong(Long::longValue)
                    .toArray();
            byte[] body = compression.body(ByteBuffer.wrap(ScoreBatch.encode(scores.subList(from, to))));
            outbox.submit(new Request(
                    LangfuseSenders.SCORES, LangfuseSenders.JSON, compression.isGzip(), body, ids.length, ids));
        }
    }
}
