package dev.narrative.console.cli;

import dev.narrative.console.analysis.TraceArtifact;
import dev.narrative.console.journal.ArtifactCopies;
import dev.narrative.console.query.SizeText;
import dev.narrative.model.Ids;
import dev.narrative.model.json.JsonWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Artifacts as rows, with where their copies lie. */
final class ArtifactListing {
    private final ArtifactCopies copies;

    private ArtifactListing(ArtifactCopies copies) {
        this.copies = copies;
    }

    static Listing<TraceArtifact> of(ArtifactCopies copies) {
        ArtifactListing listing = new ArtifactListing(copies);
        return new Listing<>(
                "artifacts",
                List.of(
                        Column.flexible("name", "ARTIFACT", TraceArtifact::name),
                        Column.flexible("media_type", "TYPE", TraceArtifact::mediaType),
                        Column.number("bytes", "SIZE", ArtifactListing::size, ArtifactListing::bytes),
                        Column.text(
                                "span",
                                "SPAN",
                                row -> Shown.text(Ids.spanId(row.spanId())),
                                row -> Ids.spanId(row.spanId())),
                        Column.flexible("place", "PLACE", TraceArtifact::place),
                        Column.flexible("copy", "COPY", listing::copy)),
                listing::write,
                row -> false);
    }

    private void write(TraceArtifact artifact, JsonWriter out) {
        out.beginObject().name("name").value(artifact.name());
        text("mediaType", artifact.mediaType(), out);
        Long size = artifact.size();
        if (size != null) {
            out.name("size").value(size.longValue());
        }
        out.name("spanId").value(Ids.spanId(artifact.spanId()));
        text("hash", artifact.hash(), out);
        text("place", artifact.place(), out);
        text("copy", copy(artifact), out);
        out.endObject();
    }

    /** Where the copy lies; {@code null} where there is none, or none any more. */
    private @Nullable String copy(TraceArtifact artifact) {
        String stored = artifact.stored();
        return stored == null ? null : copies.find(stored).map(Object::toString).orElse(null);
    }

    private static String size(TraceArtifact artifact) {
        Long size = artifact.size();
        return size == null ? "" : SizeText.text(size);
    }

    private static String bytes(TraceArtifact artifact) {
        Long size = artifact.size();
        return size == null ? "" : size.toString();
    }

    private static void text(String name, @Nullable String value, JsonWriter out) {
        if (value != null) {
            out.name(name).value(value);
        }
    }
}
