package dev.narrative.export.langfuse;

import dev.narrative.model.json.JsonWriter;
import java.util.Arrays;
import java.util.List;

/** Several scores as the body of one request. */
final class ScoreBatch {
    private static final int TYPICAL = 400;

    private ScoreBatch() {}

    static byte[] encode(List<LangfuseScore> scores) {
        JsonWriter out = new JsonWriter(TYPICAL * scores.size());
        out.beginObject().name("batch").beginArray();
        scores.forEach(score -> score.write(out));
        out.endArray().endObject();
        return Arrays.copyOf(out.buffer(), out.size());
    }
}
