package dev.narrative.console.server.rest;

import dev.narrative.console.server.http.Access;
import dev.narrative.console.server.http.Answers;
import dev.narrative.console.server.http.JsonBody;
import dev.narrative.console.server.http.Route;
import dev.narrative.model.json.JsonWriter;
import dev.narrative.model.masking.Masking;
import dev.narrative.model.prices.PriceLine;
import dev.narrative.model.prices.PriceTable;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the console goes by: prices, masking, and what lies in its journal. */
public final class SettingsRoutes {
    private static final int DEPTH = 2;

    private final Path journal;
    private final PriceTable prices;
    private final JsonBody bodies;

    /** @param journal the directory that received spans are written to */
    public SettingsRoutes(Path journal, PriceTable prices, JsonBody bodies) {
        this.journal = journal;
        this.prices = prices;
        this.bodies = bodies;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/prices", Access.READ, this::prices),
                Route.get("/api/v1/storage", Access.READ, this::storage),
                Route.post("/api/v1/masking", Access.WRITE, this::mask));
    }

    private void prices(Context ctx) {
        JsonWriter out = new JsonWriter(16_384);
        out.beginObject().name("asOf").value(prices.asOf());
        out.name("prices").beginArray();
        for (PriceLine line : prices.lines()) {
            out.beginObject();
            if (!line.provider().isEmpty()) {
                out.name("provider").value(line.provider());
            }
            out.name("model").value(line.model());
            number("input", line.input(), out);
            number("output", line.output(), out);
            number("cachedRead", line.cachedRead(), out);
            number("cachedWrite", line.cachedWrite(), out);
            out.name("validity").value(line.validity());
            out.endObject();
        }
        Answers.json(ctx, out.endArray().endObject());
    }

    /** The journal's files, by the days that they are kept in. */
    private void storage(Context ctx) throws IOException {
        TreeSet<String> days = new TreeSet<>();
        List<Path> lines;
        try (Stream<Path> files = Files.walk(journal, DEPTH)) {
            lines = files.filter(file -> file.toString().endsWith(".jsonl")
                            && Character.isDigit(dayOf(file).charAt(0)))
                    .toList();
        }
        long bytes = 0;
        for (Path file : lines) {
            bytes += file.toFile().length();
            days.add(dayOf(file));
        }
        JsonWriter out = new JsonWriter(512);
        out.beginObject().name("journal").value(journal.toString());
        out.name("files").value(lines.size());
        out.name("bytes").value(bytes);
        out.name("freeBytes").value(journal.toFile().getUsableSpace());
        if (!days.isEmpty()) {
            out.name("oldestDay").value(days.first());
            out.name("days").value(days.size());
        }
        Answers.json(ctx, out.endObject());
    }

    /** The directory of a file in the journal; the console's own does not begin with a digit. */
    private String dayOf(Path file) {
        return journal.relativize(file).getName(0).toString();
    }

    /** What would be kept of a text. Nothing of it is. */
    private void mask(Context ctx) throws IOException {
        String text = bodies.read(ctx).text("text", "");
        JsonWriter out = new JsonWriter(text.length() + 64);
        out.beginObject().name("masked").value(Masking.mask(text));
        Answers.json(ctx, out.endObject());
    }

    private static void number(String name, @Nullable Double value, JsonWriter out) {
        if (value != null) {
            out.name(name).value(value.doubleValue());
        }
    }
}
