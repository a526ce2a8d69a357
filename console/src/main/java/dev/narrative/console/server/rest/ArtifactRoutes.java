package dev.narrative.console.server.rest;

import dev.narrative.console.analysis.TraceArtifact;
import dev.narrative.console.journal.ArtifactCopies;
import dev.narrative.console.query.TraceId;
import dev.narrative.console.server.http.Access;
import dev.narrative.console.server.http.Answers;
import dev.narrative.console.server.http.Params;
import dev.narrative.console.server.http.Problem;
import dev.narrative.console.server.http.Route;
import dev.narrative.console.server.http.Trail;
import dev.narrative.console.server.index.LiveIndex;
import dev.narrative.model.json.JsonWriter;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The artifacts of a trace, and the copies that the agent kept of them. */
public final class ArtifactRoutes {
    /** Types that a browser may be told; what could run in our name is bytes. */
    private static final Set<String> HARMLESS = Set.of(
            "application/json", "application/pdf", "image/gif", "image/jpeg", "image/png", "image/webp", "text/plain");

    private final LiveIndex index;
    private final ArtifactCopies copies;

    public ArtifactRoutes(LiveIndex index, ArtifactCopies copies) {
        this.index = index;
        this.copies = copies;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/traces/{traceId}/artifacts", Access.READ, this::list)
                        .leaving(Trail.READ),
                Route.get("/api/v1/traces/{traceId}/artifacts/{stored}", Access.READ, this::download)
                        .leaving(Trail.READ));
    }

    private void list(Context ctx) {
        List<TraceArtifact> artifacts = artifacts(new Params(ctx).traceId("traceId"));
        JsonWriter out = new JsonWriter(artifacts.size() * 256);
        out.beginObject().name("artifacts").beginArray();
        artifacts.forEach(artifact -> ArtifactJson.write(artifact, false, out));
        Answers.json(ctx, out.endArray().endObject());
    }

    private void download(Context ctx) throws IOException {
        String stored = ctx.pathParam("stored");
        TraceArtifact artifact = artifacts(new Params(ctx).traceId("traceId")).stream()
                .filter(candidate -> stored.equals(candidate.stored()))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("the trace has no such artifact"));
        Path file = copies.find(stored).orElseThrow(() -> Problem.notFound("the artifact's copy has gone"));
        String type = artifact.mediaType();
        String mediaType = type == null ? "" : type;
        ctx.contentType(HARMLESS.contains(mediaType) ? mediaType : "application/octet-stream");
        ctx.header("Content-Disposition", "attachment; filename=\"" + fileName(artifact.name()) + "\"");
        ctx.header("Content-Security-Policy", "sandbox; default-src 'none'");
        ctx.result(Files.newInputStream(file));
    }

    private List<TraceArtifact> artifacts(TraceId id) {
        return index.ask(traces -> traces.trace(id).map(trace -> TraceArtifact.of(traces.spans(trace.id()))))
                .orElseThrow(() -> TraceCache.missing(id));
    }

    /** A name that neither a header nor a file system takes for something else. */
    private static String fileName(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        String bounded = plain.length() > 100 ? plain.substring(plain.length() - 100) : plain;
        return bounded.startsWith(".") || bounded.isBlank() ? "artifact" : bounded;
    }
}
