package dev.narrative.model.prices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.model.json.JsonLimits;
import dev.narrative.model.json.JsonReader;
import dev.narrative.model.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way from collected facts to the built-in table; docs/prices.md says how to go it. */
final class PriceFactsTest {
    private static final String SAMPLE = """
            {"as_of": "2026-11-20", "currency": "USD", "unpriced_known_models": ["gpt-6.1-terra", "claude-x"],
             "models": [
              {"provider": "openai", "model": "a", "match": "^a$", "mode": "chat", "input": 2.5e-06, "output": 1e-05,
               "context": 1000, "above_input_tokens": [{"threshold": 10, "input": 5e-06, "output": 2e-05}],
               "confidence": "LOW: verify before use", "audio_input": 3.2e-05},
              {"provider": "gcp.gemini", "model": "b", "match": "^b$", "input": 7.5e-07,
               "from": {"2027-01-01": {"input": 1.5e-06}, "2027-02-01": {"input": 3e-06}}},
              {"provider": "deepseek", "model": "c", "match": "^c$", "input": 1e-06, "cached_read": 1e-07,
               "time_of_day_utc": {"start": "00:30:00Z", "end": "16:30:00Z", "input": 2e-06}},
              {"provider": "gcp.gemini", "model": "claude-y", "match": "^claude-y$", "input": 1e-06,
               "cached_write": 1.25e-06, "note": "said so"},
              {"provider": "ollama", "model": "*", "match": ".*", "input": 0, "output": 0}]}
            """;

    @Test
    void becomesATable() {
        assertThat(PriceFacts.toTable(json(SAMPLE)).lines())
                .containsExactly(
                        "{\"as_of\":\"2026-11-20\",\"currency\":\"USD\",\"models\":[",
                        "{\"provider\":\"openai\",\"model\":\"gpt-6.1-terra\",\"match\":\"^gpt-6[.-]1-terra(?!\\\\d)\","
                                + "\"unpriced\":true},",
                        "{\"provider\":\"anthropic\",\"model\":\"claude-x\",\"match\":\"^claude-x(?!\\\\d)\","
                                + "\"unpriced\":true},",
                        "{\"provider\":\"openai\",\"model\":\"a\",\"match\":\"^a$\",\"mode\":\"chat\","
                                + "\"input_per_million\":2.5,\"output_per_million\":10.0,\"tiers\":[{\"above\":10,"
                                + "\"input_per_million\":5.0,\"output_per_million\":20.0}],"
                                + "\"confidence\":\"LOW: verify before use\",\"note\":\"audio tokens cost more than"
                                + " this: $32.0/M in, no price out\"},",
                        "{\"provider\":\"gcp.gemini\",\"model\":\"b\",\"match\":\"^b$\",\"until\":\"2027-01-01\","
                                + "\"input_per_million\":0.75},",
                        "{\"provider\":\"gcp.gemini\",\"model\":\"b\",\"match\":\"^b$\",\"from\":\"2027-01-01\","
                                + "\"until\":\"2027-02-01\",\"input_per_million\":1.5},",
                        "{\"provider\":\"gcp.gemini\",\"model\":\"b\",\"match\":\"^b$\",\"from\":\"2027-02-01\","
                                + "\"input_per_million\":3.0},",
                        "{\"provider\":\"deepseek\",\"model\":\"c\",\"match\":\"^c$\",\"hours_utc\":\"00:30-16:30\","
                                + "\"input_per_million\":2.0,\"cached_read_per_million\":0.1},",
                        "{\"provider\":\"deepseek\",\"model\":\"c\",\"match\":\"^c$\",\"input_per_million\":1.0,"
                                + "\"cached_read_per_million\":0.1},",
                        "{\"provider\":\"gcp.vertex_ai\",\"model\":\"claude-y\",\"match\":\"^claude-y$\","
                                + "\"input_per_million\":1.0,\"cached_write_per_million\":1.25,"
                                + "\"cached_write_1h_per_million\":2.0,\"note\":\"said so; 1 h cache write derived:"
                                + " twice the input, as for every Claude model that names it\"}",
                        "]}");
    }

    @ParameterizedTest
    @CsvSource({
        "^gemini-2\\.5-pro, gemini-2.5-pro, gemini-2.5-pro-preview-06-05, gemini-2.5-pro-preview-tts",
        "(?:^a$|^a-x), a, a-x-latest, a-x-mini",
        "(?:claude-4-sonnet|claude-sonnet-4), claude-4-sonnet, claude-sonnet-4@20250514, claude-sonnet-4-5",
        "^claude-opus-4\\.1, claude-opus-4-1, claude-opus-4.1:thinking, claude-opus-4.12",
        "^(?:x[./])?claude-opus-5[.-]5, claude-opus-5-5, claude-opus-5-5-20261101, claude-opus-5-55",
        "amazon\\.titan-embed-text, amazon.titan-embed-text-v1, amazon.titan-embed-text-v1, amazon.titan-embed-text-v2:0",
        "amazon\\.nova-lite, amazon.nova-lite-v1:0, amazon.nova-lite-v1:0:300k, amazon.nova-lite-v2:0"
    })
    void takesInNoRelatives(String match, String model, String named, String relative) {
        ModelPattern pattern = ModelPattern.ofRegex(TightPattern.of(match, model));

        assertThat(pattern.matches(named)).isTrue();
        assertThat(pattern.matches(relative)).isFalse();
    }

    /** Writes the built-in table anew when {@code narrative.prices.facts} names the facts. */
    @Test
    void writesTheTable_whenFactsAreGiven() throws IOException {
        String facts = System.getProperty("narrative.prices.facts");
        String text = facts == null ? SAMPLE : Files.readString(Path.of(facts));
        String table = PriceFacts.toTable(json(text));
        if (facts != null) {
            Path resource = Path.of(System.getProperty("narrative.root", ".."))
                    .resolve("model/src/main/resources/dev/narrative/model/prices/model-prices.json");
            Files.writeString(resource, table);
        }

        assertThat(PriceTable.read("table", table.getBytes(StandardCharsets.UTF_8))
                        .problems())
                .isEmpty();
    }

    private static JsonValue json(String text) {
        return JsonReader.read(text.getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT);
    }
}
