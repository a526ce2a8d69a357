package dev.narrative.console.langfuse;

import dev.narrative.model.json.JsonLimits;
import dev.narrative.model.json.JsonReader;
import dev.narrative.model.json.JsonValue;
import dev.narrative.model.score.LangfuseScore;
import dev.narrative.model.score.Score;
import dev.narrative.model.score.ScoreTarget;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** Gives scores to Langfuse. */
public final class LangfuseScores {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MULTI_STATUS = 207;

    private final LangfuseAccess access;

    public LangfuseScores(LangfuseAccess access) {
        this.access = access;
    }

    /**
     * Gives one score; the same again overwrites.
     *
     * @throws IOException when Langfuse does not have it; the message says what to do
     */
    public void give(ScoreTarget target, Score score, long epochNanos) throws IOException, InterruptedException {
        LangfuseScore given = LangfuseScore.of(target, score, access.environment(), epochNanos);
        HttpResponse<byte[]> response;
        try {
            HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
            response =
                    client.send(request(LangfuseScore.batch(List.of(given))), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IOException(access + " can't be reached (" + e + ")", e);
        }
        check(response);
    }

    private HttpRequest request(byte[] json) throws IOException {
        byte[] keys = (access.publicKey() + ":" + access.secretKey()).getBytes(StandardCharsets.UTF_8);
        try {
            return HttpRequest.newBuilder(URI.create(access.host() + LangfuseScore.PATH))
                    .timeout(PATIENCE)
                    .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(keys))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(json))
                    .build();
        } catch (IllegalArgumentException e) {
            throw new IOException("'" + access.host() + "' is no address of Langfuse; write it as https://…", e);
        }
    }

    private void check(HttpResponse<byte[]> response) throws IOException {
        int status = response.statusCode();
        if (status == 401 || status == 403) {
            throw new IOException(access + " does not know these keys (" + status + ")");
        }
        if (status != MULTI_STATUS && status != 200) {
            throw new IOException(access + " answered " + status + "; is that its address?");
        }
        for (JsonValue error : JsonReader.read(response.body(), JsonLimits.DEFAULT)
                .get("errors")
                .elements()) {
            throw new IOException(
                    access + " refused it: " + error.get("status").integer(0) + " " + error.text("message", ""));
        }
    }
}
