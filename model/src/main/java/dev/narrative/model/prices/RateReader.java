package dev.narrative.model.prices;

import dev.narrative.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the prices of an entry or a tier: each for a token, or for a million as price lists have it. */
final class RateReader {
    static final String INPUT = "input";

    private static final String PER_MILLION = "_per_million";
    private static final String OUTPUT = "output";
    private static final String CACHED_READ = "cached_read";
    private static final String CACHED_WRITE = "cached_write";
    private static final String CACHED_WRITE_LONG = "cached_write_1h";
    private static final String REASONING = "reasoning";
    private static final List<String> NAMES =
            List.of(INPUT, OUTPUT, CACHED_READ, CACHED_WRITE, CACHED_WRITE_LONG, REASONING);

    private static final double MILLION = 1e6;

    /** No price of any model is beyond these: it was written in the other unit. */
    private static final double MOST_PER_MILLION = 10_000;

    private static final double LEAST_PER_MILLION = 1e-4;

    private final List<String> problems;

    RateReader(List<String> problems) {
        this.problems = problems;
    }

    /** The keys of an object that has prices besides its own. */
    static List<String> withKeys(String... own) {
        List<String> keys = new ArrayList<>(List.of(own));
        for (String name : NAMES) {
            keys.add(name + PER_MILLION);
            keys.add(name);
        }
        return List.copyOf(keys);
    }

    /** Whether the price is there, right or wrong. */
    static boolean has(JsonValue json, String name) {
        return json.has(name) || json.has(name + PER_MILLION);
    }

    Rates read(JsonValue json) {
        return new Rates(
                rate(json, INPUT),
                rate(json, OUTPUT),
                rate(json, CACHED_READ),
                rate(json, CACHED_WRITE),
                rate(json, CACHED_WRITE_LONG),
                rate(json, REASONING));
    }

    private @Nullable Double rate(JsonValue json, String name) {
        String perMillion = name + PER_MILLION;
        if (json.has(name) && json.has(perMillion)) {
            problems.add(name + " and " + perMillion + " are both there; delete one");
            return null;
        }
        if (json.has(perMillion)) {
            return checked(perMillion, json.get(perMillion), 1, "is it the price of one token? Then write " + name);
        }
        return json.has(name)
                ? checked(name, json.get(name), MILLION, "is it the price of a million? Then write " + perMillion)
                : null;
    }

    private @Nullable Double checked(String key, JsonValue json, double factor, String advice) {
        double rate = json.decimal(Double.NaN) * factor;
        if (!json.isNumber() || !Double.isFinite(rate)) {
            problems.add(key + " must be a number");
            return null;
        }
        if (rate < 0) {
            problems.add(key + " must not be negative");
            return null;
        }
        if (rate > MOST_PER_MILLION || (rate > 0 && rate < LEAST_PER_MILLION)) {
            problems.add(key + " would be $" + rate + " for a million tokens; " + advice);
            return null;
        }
        return rate;
    }
}
