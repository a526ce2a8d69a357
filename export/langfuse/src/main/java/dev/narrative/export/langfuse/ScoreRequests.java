package dev.narrative.export.langfuse;

import dev.narrative.export.delivery.Compression;
import dev.narrative.export.delivery.Request;
import dev.narrative.model.score.LangfuseScore;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;

/** Makes requests of scores: so few in each that its answer can be read as a whole, and the size is no matter. */
final class ScoreRequests {
    private static final int MOST = 200;

    private final Compression compression = Compression.of(true);

    void encode(List<CarriedScore> scores, Consumer<Request> requests) {
        for (int from = 0; from < scores.size(); from += MOST) {
            List<CarriedScore> part = scores.subList(from, Math.min(scores.size(), from + MOST));
            byte[] json =
                    LangfuseScore.batch(part.stream().map(CarriedScore::score).toList());
            requests.accept(new Request(
                    LangfuseSenders.SCORES,
                    LangfuseSenders.JSON,
                    compression.isGzip(),
                    compression.body(ByteBuffer.wrap(json)),
                    part.size(),
                    spanIds(part)));
        }
    }

    /** Those of spans that are nothing but a score; an observation is known after a crash by the request that holds it. */
    private static long[] spanIds(List<CarriedScore> scores) {
        return scores.stream()
                .filter(CarriedScore::isAlone)
                .mapToLong(CarriedScore::spanId)
                .toArray();
    }

    /**
     * A score and the span that carried it.
     *
     * @param isAlone whether the span is nothing but the score
     */
    record CarriedScore(LangfuseScore score, long spanId, boolean isAlone) {}
}
