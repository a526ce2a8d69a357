package dev.narrative.model.prices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.narrative.model.TokenUsage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A user's own prices. */
final class PriceFileTest {
    private static final TokenUsage MILLION = new TokenUsage(1_000_000, 0, 0, 0, 1_000_000, 0);
    private static final long NOW = Instant.parse("2026-11-20T12:00:00Z").toEpochMilli();

    @Test
    void takesPricesOfAMillionAndOfOneToken() {
        PriceFile file = models("""
                {"provider": "openai", "model": "a", "input_per_million": 2.5, "output_per_million": 10},
                {"provider": "openai", "model": "b", "input": 0.0000025, "output": 1e-5}
                """);

        assertThat(file.problems()).isEmpty();
        assertThat(file.isUsable()).isTrue();
        assertThat(cost(file.table(), "openai", "a")).isEqualTo(new Cost(2.5, 10));
        assertThat(cost(file.table(), "openai", "b")).isEqualTo(new Cost(2.5, 10));
    }

    @Test
    void goesBeforeTheBuiltInTable() {
        PriceFile file = models("""
                {"provider": "openai", "model": "gpt-4o", "input_per_million": 1, "output_per_million": 2}
                """);

        PriceTable table = file.over(PriceTable.builtIn());

        assertThat(cost(table, "openai", "gpt-4o")).isEqualTo(new Cost(1, 2));
        assertThat(cost(table, "openai", "gpt-4o-mini")).isEqualTo(new Cost(0.15, 0.6));
        assertThat(cost(table, "azure.ai.openai", "gpt-4o")).isEqualTo(new Cost(1, 2));
        assertThat(table.asOf()).isEqualTo(PriceTable.builtIn().asOf());
    }

    @Test
    void tellsItsLines_inTheOrderInWhichTheyAreTried() {
        PriceFile file = models("""
                {"provider": "openai", "model": "gpt-4o", "input_per_million": 1, "from": "2026-01-01", "hours_utc": "00:30-16:30",
                 "tiers": [{"above": 1000, "input_per_million": 2}]},
                {"match": "^house-", "input_per_million": 3, "output_per_million": 4}
                """);

        assertThat(file.table().lines())
                .containsExactly(
                        new PriceLine(
                                0,
                                "openai",
                                "gpt-4o",
                                1.0,
                                null,
                                null,
                                null,
                                null,
                                null,
                                List.of(1_000L),
                                "from 2026-01-01, 00:30-16:30"),
                        new PriceLine(1, "", "^house-", 3.0, 4.0, null, null, null, null, List.of(), ""));
        assertThat(file.table().line("", "house-1", NOW))
                .extracting(PriceLine::number)
                .isEqualTo(1);
        assertThat(file.table().line("openai", "house", NOW)).isNull();
    }

    @Test
    void takesTheBuiltInTablesPlace() {
        PriceFile file = read("""
                {"as_of": "2027-02-01", "replace": true, "models": [{"model": "x", "input_per_million": 1}]}
                """);

        PriceTable table = file.over(PriceTable.builtIn());

        assertThat(table.size()).isEqualTo(1);
        assertThat(table.asOf()).isEqualTo("2027-02-01");
        assertThat(cost(table, "openai", "gpt-4o")).isNull();
    }

    @Test
    void holdsForAllProviders_whenItNamesNone() {
        PriceTable table = models("""
                {"model": "house-model", "input_per_million": 3, "output_per_million": 4}
                """).over(PriceTable.builtIn());

        assertThat(cost(table, "ollama", "house-model")).isEqualTo(new Cost(3, 4));
        assertThat(cost(table, "my-gateway", "team/House-Model")).isEqualTo(new Cost(3, 4));
        assertThat(cost(table, "my-gateway", "house-model-2")).isNull();
    }

    @Test
    void holdsForAProviderThatNobodyElseKnows() {
        PriceTable table = models("""
                {"provider": "my-gateway", "match": "^llama", "input_per_million": 3, "output_per_million": 4}
                """).over(PriceTable.builtIn());

        assertThat(cost(table, "my-gateway", "llama-9")).isEqualTo(new Cost(3, 4));
        assertThat(cost(table, "another", "llama-9")).isNull();
    }

    @Test
    void knowsTheProviderByItsOtherNames() {
        PriceTable table = models("""
                {"provider": "Bedrock", "model": "custom.model", "input_per_million": 3, "output_per_million": 4}
                """).table();

        assertThat(cost(table, "aws.bedrock", "us.custom.model")).isEqualTo(new Cost(3, 4));
    }

    @Test
    void takesTheEntryThatHoldsAtTheTime() {
        PriceTable table = models("""
                {"model": "m", "input_per_million": 1, "until": "2026-11-20"},
                {"model": "m", "input_per_million": 2, "from": "2026-11-20", "until": "2026-12-01"},
                {"model": "m", "input_per_million": 3, "from": "2026-12-01", "hours_utc": "22:00-06:00"},
                {"model": "m", "input_per_million": 4, "from": "2026-12-01"}
                """).table();

        assertThat(input(table, "2026-11-19T23:59:59Z")).isEqualTo(1);
        assertThat(input(table, "2026-11-20T00:00:00Z")).isEqualTo(2);
        assertThat(input(table, "2026-12-01T05:59:59Z")).isEqualTo(3);
        assertThat(input(table, "2026-12-01T06:00:00Z")).isEqualTo(4);
        assertThat(input(table, "2026-12-01T22:00:00Z")).isEqualTo(3);
    }

    @Test
    void takesTheLongestTier_andWhatItLacksFromBelow() {
        PriceTable table = models("""
                {"model": "m", "input_per_million": 1, "output_per_million": 2, "cached_read_per_million": 0.5,
                 "tiers": [{"above": 1000, "input_per_million": 10}, {"above": 100, "input_per_million": 5},
                           {"above": 5000, "input_per_million": 20, "output_per_million": 40}]}
                """).table();

        assertThat(table.cost("x", "m", null, new TokenUsage(100, 0, 0, 0, 100, 0), NOW))
                .isEqualTo(new Cost(100 / 1e6, 200 / 1e6));
        assertThat(table.cost("x", "m", null, new TokenUsage(50, 51, 0, 0, 100, 0), NOW))
                .isEqualTo(new Cost(50 * 5 / 1e6 + 51 * 0.5 / 1e6, 200 / 1e6));
        assertThat(table.cost("x", "m", null, new TokenUsage(6_000, 0, 0, 0, 1, 0), NOW))
                .isEqualTo(new Cost(6_000 * 20 / 1e6, 40 / 1e6));
    }

    @Test
    void saysThatAModelHasNoPrice() {
        PriceTable table = models("""
                {"provider": "openai", "match": "^gpt-4o-private", "unpriced": true},
                {"provider": "openai", "match": "^gpt-4o", "input_per_million": 1, "output_per_million": 1}
                """).table();

        assertThat(table.cost("openai", "gpt-4o-private-1", "gpt-4o", MILLION, NOW))
                .isNull();
        assertThat(cost(table, "openai", "gpt-4o")).isNotNull();
    }

    @Test
    void hasNoCost_whenMakersDisagree() {
        PriceTable table = models("""
                {"provider": "openai", "model": "twin", "input_per_million": 1, "output_per_million": 1},
                {"provider": "cohere", "model": "twin", "input_per_million": 2, "output_per_million": 1},
                {"provider": "openai", "model": "same", "input_per_million": 1, "output_per_million": 1},
                {"provider": "cohere", "model": "same", "input_per_million": 1, "output_per_million": 1}
                """).table();

        assertThat(cost(table, "some-gateway", "twin")).isNull();
        assertThat(cost(table, "some-gateway", "same")).isEqualTo(new Cost(1, 1));
        assertThat(cost(table, "cohere", "twin")).isEqualTo(new Cost(2, 1));
    }

    @Test
    void costsNothing_whenTheUserSaysSo() {
        PriceTable table = models("""
                {"provider": "ollama", "model": "llama", "input_per_million": 0}
                """).table();

        assertThat(table.cost("ollama", "llama", null, new TokenUsage(5, 0, 0, 0, 0, 0), NOW))
                .isEqualTo(new Cost(0, 0));
    }

    @Test
    void reportsAllThatIsWrong_andKeepsTheRest() {
        PriceFile file = models("""
                {"model": "good", "input_per_million": 1},
                {"model": "a", "input_per_milion": 1},
                {"model": "b", "input_per_million": -1},
                {"model": "c", "match": "^(gpt", "input_per_million": 1},
                {"input_per_million": 1},
                {"model": "d"},
                {"model": "e", "input": 2.5, "output_per_million": "ten"},
                {"model": "f", "input_per_million": 1, "from": "01.02.2027", "hours_utc": "noon"},
                {"model": "g", "input_per_million": 1, "tiers": [{"input_per_million": 2}]},
                {"model": "h", "input_per_million": 1, "input": 1e-6},
                "i",
                {"model": "j", "input_per_million": 1, "from": "2027-01-01", "until": "2027-01-01"},
                {"model": "k", "input_per_million": 0.0000025}
                """);

        assertThat(file.isUsable()).isTrue();
        assertThat(file.table().size()).isEqualTo(1);
        assertThat(cost(file.table(), "x", "good")).isNull();
        assertThat(file.problems())
                .containsExactly(
                        "p.json: entry 2 (a) is ignored: unknown key input_per_milion; did you mean input_per_million?",
                        "p.json: entry 2 (a) is ignored: it has no price; add \"input_per_million\" and"
                                + " \"output_per_million\"",
                        "p.json: entry 3 (b) is ignored: input_per_million must not be negative",
                        "p.json: entry 4 (c) is ignored: match is not a regular expression, Unclosed group near"
                                + " character 6; leave it out to match the model's name alone",
                        "p.json: entry 5 is ignored: it names no model; add \"model\": \"…\"",
                        "p.json: entry 6 (d) is ignored: it has no price; add \"input_per_million\" and"
                                + " \"output_per_million\"",
                        "p.json: entry 7 (e) is ignored: input would be $2500000.0 for a million tokens; is it the"
                                + " price of a million? Then write input_per_million",
                        "p.json: entry 7 (e) is ignored: output_per_million must be a number",
                        "p.json: entry 8 (f) is ignored: from must be a date such as 2027-01-31, not 01.02.2027",
                        "p.json: entry 8 (f) is ignored: hours_utc must be like 00:30-16:30, not noon",
                        "p.json: entry 9 (g) is ignored: a tier needs \"above\", the number of input tokens beyond"
                                + " which it holds",
                        "p.json: entry 10 (h) is ignored: input and input_per_million are both there; delete one",
                        "p.json: entry 11 is ignored: it is not an object { … }",
                        "p.json: entry 12 (j) is ignored: until is not after from: it never holds",
                        "p.json: entry 13 (k) is ignored: input_per_million would be $2.5E-6 for a million tokens;"
                                + " is it the price of one token? Then write input");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                | p.json: is not a complete JSON object; check its brackets, quotes and commas
            []                                | p.json: is not a complete JSON object; check its brackets, quotes and commas
            {"models": [{"model": "a"} {}]}   | p.json: is not a complete JSON object; check its brackets, quotes and commas
            {"models": [                      | p.json: is not a complete JSON object; check its brackets, quotes and commas
            {"currency": "EUR", "models": []} | p.json: prices are in US dollars, not in EUR; convert them
            """)
    void isOfNoUse_whenItIsNoPriceTable(String json, String problem) {
        PriceFile file = read(json);

        assertThat(file.isUsable()).isFalse();
        assertThat(file.table().size()).isZero();
        assertThat(file.problems()).containsExactly(problem);
    }

    @Test
    void reportsWhatIsWrongAroundTheEntries() {
        assertThat(read("{\"model\": []}").problems())
                .containsExactly(
                        "p.json: unknown key model is ignored; did you mean models?",
                        "p.json: has no \"models\": [ … ]; put the entries there");
        assertThat(read("{\"replace\": \"yes\", \"models\": []}").problems())
                .containsExactly("p.json: \"replace\" must be true or false; the entries go before the built-in ones");
    }

    @Test
    void givesUp_whenAnExpressionTakesTooManySteps() {
        PriceTable table = models("""
                {"model": "slow", "match": "^(a+)+$", "input_per_million": 1},
                {"model": "deep", "match": "^(a|b|ab)*c$", "input_per_million": 2},
                {"model": "quick", "match": "^a", "input_per_million": 3}
                """).table();
        TokenUsage read = new TokenUsage(1_000_000, 0, 0, 0, 0, 0);

        assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> assertThat(table.cost("x", "a".repeat(199) + "!", null, read, NOW))
                        .isEqualTo(new Cost(3, 0)));
        assertThat(table.cost("x", "aaa", null, read, NOW)).isEqualTo(new Cost(1, 0));
    }

    private static PriceFile models(String entries) {
        return read("{\"models\": [" + entries + "]}");
    }

    private static PriceFile read(String json) {
        return PriceTable.read("p.json", json.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable Cost cost(PriceTable table, String provider, String model) {
        return table.cost(provider, model, null, MILLION, NOW);
    }

    private static double input(PriceTable table, String at) {
        TokenUsage read = new TokenUsage(1_000_000, 0, 0, 0, 0, 0);
        Cost cost = table.cost("x", "m", null, read, Instant.parse(at).toEpochMilli());
        return cost == null ? Double.NaN : cost.input();
    }
}
