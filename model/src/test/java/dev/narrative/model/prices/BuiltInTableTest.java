package dev.narrative.model.prices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.model.TokenUsage;
import dev.narrative.model.json.JsonLimits;
import dev.narrative.model.json.JsonReader;
import dev.narrative.model.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The resource itself: each entry is well-formed, and none stands in another's shadow. */
final class BuiltInTableTest {
    private static final byte[] BYTES = bytes();
    private static final JsonValue JSON = JsonReader.read(BYTES, JsonLimits.DEFAULT);
    private static final TokenUsage MILLION_READ = new TokenUsage(1_000_000, 0, 0, 0, 0, 0);
    private static final TokenUsage MILLION_WRITTEN = new TokenUsage(0, 0, 0, 0, 1_000_000, 0);
    private static final TokenUsage MILLION_CACHED = new TokenUsage(0, 1_000_000, 0, 0, 0, 0);

    /** Names of calls, where the entry's own is that of a family. */
    private static final Map<String, String> CALLED = Map.of(
            "ft:gpt-4o", "ft:gpt-4o-2024-08-06:org::id",
            "ft:gpt-4o-mini", "ft:gpt-4o-mini-2024-07-18:org::id",
            "codestral", "codestral-latest",
            "magistral-small", "magistral-small-2509",
            "pixtral-large", "pixtral-large-latest");

    @Test
    void isRight_patternsIncluded() {
        PriceFile file = PriceTable.read("built-in", BYTES);

        assertThat(file.problems()).isEmpty();
        assertThat(file.table().size()).isEqualTo(JSON.get("models").size()).isGreaterThan(250);
        assertThat(PriceTable.builtIn().size()).isEqualTo(file.table().size());
        assertThat(LocalDate.parse(PriceTable.builtIn().asOf())).isAfter(LocalDate.of(2026, 11, 1));
        assertThat(JSON.text("currency")).isEqualTo("USD");
    }

    @Test
    void namesKnownProvidersAlone() {
        Set<String> providers = new LinkedHashSet<>();
        for (JsonValue model : JSON.get("models").elements()) {
            providers.add(model.text("provider", ""));
        }

        assertThat(providers).allMatch(Providers::isKnown).allMatch(name -> Providers.canonical(name)
                .equals(name));
        assertThat(providers).containsAll(Providers.MAKERS);
    }

    @ParameterizedTest
    @MethodSource("entries")
    void findsEachEntry_byItsOwnName(JsonValue entry) {
        String provider = entry.text("provider", "");
        String model = called(entry.text("model", ""));
        long at = at(entry);

        Cost read = PriceTable.builtIn().cost(provider, model, null, smaller(MILLION_READ, entry), at);
        if (entry.has("unpriced")) {
            assertThat(read).isNull();
            return;
        }
        double share = smaller(MILLION_READ, entry).totalInput() / 1e6;
        double input = entry.get("input_per_million").decimal(-1);
        assertThat(read).isEqualTo(new Cost(input * share, 0));
        if (entry.has("output_per_million")) {
            assertThat(PriceTable.builtIn().cost(provider, model, null, MILLION_WRITTEN, at))
                    .isEqualTo(new Cost(0, entry.get("output_per_million").decimal(-1)));
        }
        if (entry.has("cached_read_per_million") && !entry.has("tiers")) {
            assertThat(PriceTable.builtIn().cost(provider, model, null, MILLION_CACHED, at))
                    .isEqualTo(new Cost(entry.get("cached_read_per_million").decimal(-1), 0));
        }
    }

    static List<JsonValue> entries() {
        return JSON.get("models").elements();
    }

    /** Fewer tokens than the first tier begins at. */
    private static TokenUsage smaller(TokenUsage usage, JsonValue entry) {
        return entry.has("tiers") ? new TokenUsage(125_000, 0, 0, 0, 0, 0) : usage;
    }

    private static String called(String model) {
        String name = CALLED.getOrDefault(model, model);
        return name.startsWith("regional.") ? "eu." + name.substring("regional.".length()) : name;
    }

    private static long at(JsonValue entry) {
        LocalDate day = LocalDate.parse(entry.text("from", "2026-11-20"));
        int hour = entry.has("hours_utc") ? 12 : 20;
        return day.atTime(hour, 0).toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    private static byte[] bytes() {
        try (InputStream in = PriceTable.class.getResourceAsStream("model-prices.json")) {
            return in == null ? new byte[] {} : in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
