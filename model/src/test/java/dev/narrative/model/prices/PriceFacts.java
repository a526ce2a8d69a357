package dev.narrative.model.prices;

import dev.narrative.model.json.JsonValue;
import dev.narrative.model.json.JsonWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns collected facts about prices into the table that comes with the product, always in the same way. The facts
 * price single tokens, keep later prices and hours within an entry, and list models that are known to have no price.
 */
final class PriceFacts {
    private static final List<String> RATES =
            List.of("input", "output", "cached_read", "cached_write", "cached_write_1h", "reasoning");
    private static final String LONG_WRITE = "cached_write_1h";

    private final JsonValue facts;
    private final List<String> lines = new ArrayList<>();

    private PriceFacts(JsonValue facts) {
        this.facts = facts;
    }

    /** The table, an entry to a line. */
    static String toTable(JsonValue facts) {
        return new PriceFacts(facts).table();
    }

    private String table() {
        for (JsonValue name : facts.get("unpriced_known_models").elements()) {
            unpriced(name.text() == null ? "" : name.text());
        }
        for (JsonValue model : facts.get("models").elements()) {
            if (!model.text("provider", "").equals("ollama")) {
                entries(model);
            }
        }
        return "{\"as_of\":\"" + facts.text("as_of") + "\",\"currency\":\"" + facts.text("currency")
                + "\",\"models\":[\n" + String.join(",\n", lines) + "\n]}\n";
    }

    private void unpriced(String name) {
        String match = "^" + name.replaceAll("(?<=\\d)[.-](?=\\d)", "[.-]") + "(?!\\d)";
        JsonWriter out = new JsonWriter(256).beginObject();
        out.name("provider").value(name.startsWith("claude") ? "anthropic" : "openai");
        out.name("model")
                .value(name)
                .name("match")
                .value(match)
                .name("unpriced")
                .value(true);
        lines.add(out.endObject().text());
    }

    private void entries(JsonValue model) {
        JsonValue hours = model.get("time_of_day_utc");
        if (hours.isObject()) {
            entry(model, hours, null, null, minutes(hours, "start") + '-' + minutes(hours, "end"));
        }
        JsonValue later = model.get("from");
        String from = null;
        JsonValue rates = JsonValue.missing();
        for (String date : later.names()) {
            entry(model, rates, from, date, null);
            from = date;
            rates = later.get(date);
        }
        entry(model, rates, from, null, null);
    }

    private static String minutes(JsonValue hours, String key) {
        return hours.text(key, "").substring(0, "00:00".length());
    }

    private void entry(
            JsonValue model, JsonValue rates, @Nullable String from, @Nullable String until, @Nullable String hours) {
        String name = model.text("model", "");
        String provider = model.text("provider", "");
        boolean isClaude = name.contains("claude");
        JsonWriter out = new JsonWriter(512).beginObject();
        text(out, "provider", isClaude && provider.equals("gcp.gemini") ? "gcp.vertex_ai" : provider);
        text(out, "model", name);
        text(out, "match", TightPattern.of(model.text("match", ""), name));
        text(out, "mode", model.text("mode"));
        text(out, "from", from);
        text(out, "until", until);
        text(out, "hours_utc", hours);
        boolean derived = rates(out, rates, model, isClaude);
        JsonValue tiers = model.get("above_input_tokens");
        if (tiers.size() > 0) {
            out.name("tiers").beginArray();
            for (JsonValue tier : tiers.elements()) {
                out.beginObject().name("above").value(tier.get("threshold").integer(-1));
                rates(out, tier, JsonValue.missing(), isClaude);
                out.endObject();
            }
            out.endArray();
        }
        text(out, "confidence", model.text("confidence"));
        text(out, "note", note(model, derived));
        lines.add(out.endObject().text());
    }

    /** Writes the first's prices, else the second's; says whether one was derived. */
    private static boolean rates(JsonWriter out, JsonValue first, JsonValue second, boolean isClaude) {
        for (String rate : RATES) {
            JsonValue price = first.has(rate) ? first.get(rate) : second.get(rate);
            if (price.isNumber()) {
                out.name(rate + "_per_million").value(perMillion(price));
            }
        }
        boolean hasWrite = first.has("cached_write") || second.has("cached_write");
        boolean lacksLong = !first.has(LONG_WRITE) && !second.has(LONG_WRITE);
        if (isClaude && hasWrite && lacksLong) {
            JsonValue input = first.has("input") ? first.get("input") : second.get("input");
            out.name(LONG_WRITE + "_per_million").value(2 * perMillion(input));
            return true;
        }
        return false;
    }

    private static double perMillion(JsonValue price) {
        return BigDecimal.valueOf(price.decimal(0)).movePointRight(6).doubleValue();
    }

    private static @Nullable String note(JsonValue model, boolean derived) {
        List<String> notes = new ArrayList<>();
        if (model.has("note")) {
            notes.add(model.text("note", ""));
        }
        if (derived) {
            notes.add("1 h cache write derived: twice the input, as for every Claude model that names it");
        }
        if (model.has("audio_input") || model.has("audio_output")) {
            notes.add("audio tokens cost more than this: " + audio(model, "audio_input") + " in, "
                    + audio(model, "audio_output") + " out");
        }
        return notes.isEmpty() ? null : String.join("; ", notes);
    }

    private static String audio(JsonValue model, String key) {
        return model.has(key) ? "$" + perMillion(model.get(key)) + "/M" : "no price";
    }

    private static void text(JsonWriter out, String name, @Nullable String value) {
        if (value != null) {
            out.name(name).value(value);
        }
    }
}
