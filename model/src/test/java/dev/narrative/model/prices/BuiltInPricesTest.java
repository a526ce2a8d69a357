package dev.narrative.model.prices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.narrative.model.TokenUsage;
import java.time.Instant;
import java.util.Objects;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the table that comes with the product says, against price lists written out here in dollars for a million. */
final class BuiltInPricesTest {
    private static final long NOW = millis("2026-11-20T12:00:00Z");
    private static final TokenUsage SHORT = new TokenUsage(1_000, 100, 50, 20, 300, 40);
    private static final TokenUsage LONG = new TokenUsage(250_000, 30_000, 10_000, 0, 1_000, 500);

    private final PriceTable table = PriceTable.builtIn();

    @ParameterizedTest
    @CsvSource(textBlock = """
            openai,             gpt-4o,                                     2.5,   1.25,   2.5,    2.5,    10,    10
            openai,             gpt-4o-2024-05-13,                          5,     5,      5,      5,      15,    15
            openai,             gpt-4o-2024-11-20,                          2.5,   1.25,   2.5,    2.5,    10,    10
            openai,             gpt-4o-mini,                                0.15,  0.075,  0.15,   0.15,   0.6,   0.6
            openai,             gpt-4o-mini-2024-07-18,                     0.15,  0.075,  0.15,   0.15,   0.6,   0.6
            openai,             gpt-4,                                      30,    30,     30,     30,     60,    60
            openai,             gpt-4-turbo-2024-04-09,                     10,    10,     10,     10,     30,    30
            openai,             gpt-4.1-nano,                               0.1,   0.025,  0.1,    0.1,    0.4,   0.4
            openai,             o1,                                         15,    7.5,    15,     15,     60,    60
            openai,             o1-pro,                                     150,   150,    150,    150,    600,   600
            openai,             o1-mini,                                    1.1,   0.55,   1.1,    1.1,    4.4,   4.4
            openai,             o3-2025-04-16,                              2,     0.5,    2,      2,      8,     8
            openai,             o3-pro,                                     20,    20,     20,     20,     80,    80
            openai,             gpt-5,                                      1.25,  0.125,  1.25,   1.25,   10,    10
            openai,             gpt-5-mini,                                 0.25,  0.025,  0.25,   0.25,   2,     2
            openai,             gpt-5.6-sol-2026-09-01,                     4,     0.4,    5,      5,      20,    20
            openai,             gpt-5.6,                                    4,     0.4,    5,      5,      20,    20
            openai,             gpt-5.6-luna,                               0.2,   0.02,   0.25,   0.25,   1.2,   1.2
            openai,             gpt-6-sol,                                  2,     0.2,    2.5,    2.5,    10,    10
            openai,             gpt-6-luna-20261001,                        0.1,   0.01,   0.125,  0.125,  0.5,   0.5
            openai,             ft:gpt-4o-2024-08-06:org:name:Ab1,          3.75,  3.75,   3.75,   3.75,   15,    15
            openai,             ft:gpt-4o-mini-2024-07-18:org::x,           0.3,   0.3,    0.3,    0.3,    1.2,   1.2
            anthropic,          claude-3-haiku-20240307,                    0.25,  0.03,   0.3,    0.5,    1.25,  1.25
            anthropic,          claude-3-5-haiku-20241022,                  0.8,   0.08,   1,      1.6,    4,     4
            anthropic,          claude-3-opus-latest,                       15,    1.5,    18.75,  30,     75,    75
            anthropic,          claude-sonnet-4-20250514,                   3,     0.3,    3.75,   6,      15,    15
            anthropic,          claude-sonnet-4-5-20250929,                 3,     0.3,    3.75,   6,      15,    15
            anthropic,          claude-opus-4-1-20250805,                   15,    1.5,    18.75,  30,     75,    75
            anthropic,          claude-opus-4-5,                            5,     0.5,    6.25,   10,     25,    25
            anthropic,          claude-opus-5,                              5,     0.5,    6.25,   10,     25,    25
            anthropic,          claude-opus-5-20260801,                     5,     0.5,    6.25,   10,     25,    25
            anthropic,          claude-opus-5-5,                            4,     0.2,    5,      8,      20,    20
            anthropic,          claude-sonnet-5,                            2,     0.2,    2.5,    4,      10,    10
            anthropic,          claude-fable-5-1,                           10,    0.25,   12.5,   20,     50,    50
            gcp.gemini,         gemini-2.5-flash,                           0.3,   0.03,   0.3,    0.3,    2.5,   2.5
            gcp.gemini,         gemini-2.5-flash-lite,                      0.1,   0.01,   0.1,    0.1,    0.4,   0.4
            gcp.gemini,         models/gemini-2.5-pro,                      1.25,  0.125,  1.25,   1.25,   10,    10
            gcp.vertex_ai,      gemini-2.5-pro-preview-06-05,               1.25,  0.125,  1.25,   1.25,   10,    10
            gcp.vertex_ai,      claude-opus-4-6@20260205,                   5,     0.5,    6.25,   10,     25,    25
            gcp.vertex_ai,      claude-haiku-4-5@20251001,                  1,     0.1,    1.25,   2,      5,     5
            gcp.gen_ai,         gemini-3.1-flash-lite,                      0.25,  0.025,  0.25,   0.25,   1.5,   1.5
            mistral_ai,         mistral-large-2512,                         0.5,   0.05,   0.5,    0.5,    1.5,   1.5
            mistral_ai,         mistral-small-latest,                       0.1,   0.1,    0.1,    0.1,    0.3,   0.3
            cohere,             command-r-plus-08-2024,                     2.5,   2.5,    2.5,    2.5,    10,    10
            cohere,             command-a-03-2025,                          2.5,   2.5,    2.5,    2.5,    10,    10
            groq,               openai/gpt-oss-120b,                        0.15,  0.075,  0.15,   0.15,   0.6,   0.6
            groq,               llama-3.3-70b-versatile,                    0.59,  0.59,   0.59,   0.59,   0.79,  0.79
            x_ai,               grok-4.5-latest,                            2,     0.5,    2,      2,      6,     6
            x_ai,               grok-4-fast,                                0.2,   0.05,   0.2,    0.2,    0.5,   0.5
            deepseek,           deepseek-v3.2,                              0.2288, 0.2288, 0.2288, 0.2288, 0.3432, 0.3432
            deepseek,           deepseek-v4-pro,                            0.435, 0.003625, 0.435, 0.435, 0.87,  0.87
            moonshot_ai,        kimi-k2.5,                                  0.6,   0.1,    0.6,    0.6,    3,     3
            perplexity,         sonar-deep-research,                        2,     2,      2,      2,      8,     3
            perplexity,         sonar-reasoning-pro,                        2,     2,      2,      2,      8,     8
            z_ai,               glm-5.2,                                    1.4,   0.26,   1.4,    1.4,    4.4,   4.4
            aws.bedrock,        amazon.nova-lite-v1:0,                      0.06,  0.015,  0.06,   0.06,   0.24,  0.24
            aws.bedrock,        us.amazon.nova-pro-v1:0,                    0.8,   0.2,    0.8,    0.8,    3.2,   3.2
            aws.bedrock,        eu.amazon.nova-2-lite-v1:0,                 0.33,  0.0825, 0.33,   0.33,   2.75,  2.75
            aws.bedrock,        global.amazon.nova-2-lite-v1:0,             0.3,   0.075,  0.3,    0.3,    2.5,   2.5
            aws.bedrock,        anthropic.claude-3-haiku-20240307-v1:0,     0.25,  0.25,   0.25,   0.25,   1.25,  1.25
            aws.bedrock,        us.anthropic.claude-sonnet-4-5-20250929-v1:0, 3.3, 0.33,   4.125,  6.6,    16.5,  16.5
            aws.bedrock,        global.anthropic.claude-sonnet-4-5-20250929-v1:0, 3, 0.3,  3.75,   6,      15,    15
            aws.bedrock,        jp.anthropic.claude-opus-4-8,               5.5,   0.55,   6.875,  11,     27.5,  27.5
            aws.bedrock,        apac.anthropic.claude-opus-4-8,             5.5,   0.55,   6.875,  11,     27.5,  27.5
            aws.bedrock,        eu.anthropic.claude-opus-5-5,               4,     0.2,    5,      8,      20,    20
            aws.bedrock,        us.meta.llama3-3-70b-instruct-v1:0,         0.72,  0.72,   0.72,   0.72,   0.72,  0.72
            aws.bedrock,        arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.amazon.nova-micro-v1:0, 0.035, 0.00875, 0.035, 0.035, 0.14, 0.14
            aws.bedrock,        openai.gpt-5.5,                             5.5,   0.55,   5.5,    5.5,    33,    33
            azure.ai.openai,    gpt-35-turbo,                               0.5,   0.5,    0.5,    0.5,    1.5,   1.5
            azure.ai.inference, gpt-4.1-mini-2025-04-14,                    0.4,   0.1,    0.4,    0.4,    1.6,   1.6
            openrouter,         anthropic/claude-sonnet-4.5,                3,     0.3,    3.75,   6,      15,    15
            openrouter,         anthropic/claude-3.7-sonnet,                3,     0.3,    3.75,   6,      15,    15
            openrouter,         openai/gpt-4o-mini,                         0.15,  0.075,  0.15,   0.15,   0.6,   0.6
            openrouter,         x-ai/grok-4.3,                              1.25,  0.2,    1.25,   1.25,   2.5,   2.5
            openrouter,         google/gemini-2.5-flash,                    0.3,   0.03,   0.3,    0.3,    2.5,   2.5
            openrouter,         mistralai/mistral-nemo,                     0.15,  0.15,   0.15,   0.15,   0.15,  0.15
            litellm,            openrouter/anthropic/claude-opus-4.5,       5,     0.5,    6.25,   10,     25,    25
            litellm,            bedrock/eu.anthropic.claude-opus-4-5-v1:0,  5.5,   0.55,   6.875,  11,     27.5,  27.5
            litellm,            azure/gpt-4o,                               2.5,   1.25,   2.5,    2.5,    10,    10
            litellm,            groq/qwen/qwen3-32b,                        0.29,  0.29,   0.29,   0.29,   0.59,  0.59
            openai,             claude-opus-4-5-20251101,                   5,     0.5,    6.25,   10,     25,    25
            some-gateway,       GPT-4o,                                     2.5,   1.25,   2.5,    2.5,    10,    10
            """)
    void pricesEachKindOfToken(
            String provider,
            String model,
            double input,
            double cachedRead,
            double cachedWrite,
            double cachedWriteLong,
            double output,
            double reasoning) {
        Cost cost = priced(table.cost(provider, model, null, SHORT, NOW));

        double in = 1_000 * input + 100 * cachedRead + 50 * cachedWrite + 20 * cachedWriteLong;
        double out = 300 * output + 40 * reasoning;
        assertThat(cost.input()).isCloseTo(in / 1e6, Percentage.withPercentage(0.01));
        assertThat(cost.output()).isCloseTo(out / 1e6, Percentage.withPercentage(0.01));
        assertThat(cost.total()).isCloseTo((in + out) / 1e6, Percentage.withPercentage(0.01));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            openai,        gpt-6-sol,                4,   0.4,  5,    15
            openai,        gpt-5.4-2026-03-05,       5,   0.5,  5,    22.5
            openai,        gpt-5.4-pro,              60,  60,   60,   270
            anthropic,     claude-sonnet-4-5,        6,   0.6,  7.5,  22.5
            gcp.vertex_ai, claude-sonnet-4-5,        6,   0.6,  7.5,  22.5
            gcp.gemini,    gemini-2.5-pro,           2.5, 0.25, 2.5,  15
            gcp.gemini,    gemini-3.1-pro-preview,   4,   0.4,  4,    18
            aws.bedrock,   openai.gpt-5.6-terra,     4.4, 0.44, 5.5,  19.8
            anthropic,     claude-opus-4-6,          5,   0.5,  6.25, 25
            """)
    void takesTheTiersRate_forAllTokens(
            String provider, String model, double input, double cachedRead, double cachedWrite, double output) {
        Cost cost = priced(table.cost(provider, model, null, LONG, NOW));

        double in = 250_000 * input + 30_000 * cachedRead + 10_000 * cachedWrite;
        assertThat(cost.input()).isCloseTo(in / 1e6, Percentage.withPercentage(0.01));
        assertThat(cost.output()).isCloseTo(1_500 * output / 1e6, Percentage.withPercentage(0.01));
    }

    @ParameterizedTest
    @CsvSource({
        "openai, text-embedding-3-small, 0.02",
        "openai, text-embedding-ada-002-v2, 0.1",
        "azure.ai.openai, text-embedding-3-large, 0.13",
        "gcp.gemini, gemini-embedding-001, 0.15",
        "cohere, embed-v4.0, 0.12",
        "mistral_ai, mistral-embed, 0.1",
        "voyage_ai, voyage-3.5-lite, 0.02",
        "voyageai, voyage-code-3, 0.18",
        "aws.bedrock, amazon.titan-embed-text-v1, 0.1"
    })
    void pricesEmbeddings_whichHaveNoOutput(String provider, String model, double input) {
        Cost cost = priced(table.cost(provider, null, model, new TokenUsage(8_000, 0, 0, 0, 0, 0), NOW));

        assertThat(cost.total()).isCloseTo(8_000 * input / 1e6, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "openai, gpt-6.1-terra",
        "anthropic, claude-haiku-5-5",
        "anthropic, claude-haiku-5.5-20261101",
        "anthropic, claude-fable-5-2",
        "anthropic, claude-mythos-5-2",
        "aws.bedrock, us.anthropic.claude-fable-5-2-v1:0",
        "gcp.vertex_ai, claude-fable-5-2@20261101",
        "openrouter, anthropic/claude-fable-5.2",
        "openrouter, openai/gpt-6.1-terra",
        "openai, gpt-4o-search-preview",
        "openai, gpt-4o-mini-tts",
        "openai, gpt-5-pro-mini",
        "openai, o1-ultra",
        "openai, ft:gpt-3.5-turbo-0125:org::x",
        "anthropic, gpt-4o",
        "anthropic, claude-opus-4-12",
        "anthropic, claude-opus-4-6-fast",
        "gcp.gemini, gemini-2.5-pro-preview-tts",
        "gcp.gemini, gemini-3.6-flash-lite",
        "gcp.gemini, gemini-2.0-flash-exp-image-generation",
        "aws.bedrock, amazon.titan-embed-text-v2:0",
        "aws.bedrock, amazon.nova-lite-v2:0",
        "mistral_ai, llama-3.3-70b-versatile",
        "groq, kimi-k3",
        "together, deepseek-r1-distill-llama-70b",
        "openrouter, deepseek/deepseek-chat:free",
        "openrouter, meta-llama/llama-3.3-70b-instruct",
        "ollama, gpt-4o",
        "ollama, llama3.2",
        "litellm, ollama/deepseek-r1",
        "'', no-such-model"
    })
    void hasNoCost_whenNoPriceIsKnown(String provider, String model) {
        assertThat(table.cost(provider, model, model, SHORT, NOW)).isNull();
    }

    @Test
    void goesByTheModelThatAnswered() {
        assertThat(table.cost("azure.ai.openai", "gpt-4o-2024-08-06", "gpt-4", SHORT, NOW))
                .isNotNull()
                .isEqualTo(table.cost("openai", "gpt-4o", null, SHORT, NOW));
        assertThat(table.cost("openai", "gpt-4o-private", "gpt-4o", SHORT, NOW))
                .isNotNull()
                .isEqualTo(table.cost("openai", "gpt-4o", null, SHORT, NOW));
    }

    @Test
    void doesNotTakeADeploymentForAModel() {
        assertThat(table.cost("azure.ai.openai", "gpt-7", "gpt-4", SHORT, NOW)).isNull();
        assertThat(table.cost("azure.ai.openai", "", "gpt-4", SHORT, NOW)).isNotNull();
    }

    @Test
    void changesPricesOnTheDay() {
        TokenUsage million = new TokenUsage(1_000_000, 0, 0, 0, 0, 0);

        assertThat(total("gcp.gemini", "gemini-3.7-flash", million, "2026-12-31T23:59:59.999Z"))
                .isEqualTo(0.75);
        assertThat(total("gcp.gemini", "gemini-3.7-flash", million, "2027-01-01T00:00:00Z"))
                .isEqualTo(1.5);
    }

    @Test
    void changesPricesByTheHour() {
        TokenUsage million = new TokenUsage(1_000_000, 0, 0, 0, 0, 0);

        assertThat(total("deepseek", "deepseek-chat", million, "2026-11-20T00:29:59Z"))
                .isEqualTo(0.135);
        assertThat(total("deepseek", "deepseek-chat", million, "2026-11-20T00:30:00Z"))
                .isEqualTo(0.27);
        assertThat(total("deepseek", "deepseek-reasoner", million, "2026-11-20T16:30:00Z"))
                .isEqualTo(0.135);
    }

    @Test
    void keepsWithinTheTier_atTheThresholdItself() {
        Cost at = table.cost("anthropic", "claude-sonnet-4-5", null, new TokenUsage(200_000, 0, 0, 0, 0, 0), NOW);
        Cost above = table.cost("anthropic", "claude-sonnet-4-5", null, new TokenUsage(200_000, 1, 0, 0, 0, 0), NOW);

        assertThat(at).isEqualTo(new Cost(0.6, 0));
        assertThat(priced(above).input()).isCloseTo(1.2, within(1e-5));
    }

    @Test
    void costsNothing_whenNothingWasUsed() {
        assertThat(table.cost("openai", "gpt-4o", null, TokenUsage.NONE, NOW)).isEqualTo(new Cost(0, 0));
    }

    @Test
    void hasNoCost_whenTokensHaveNoPrice() {
        TokenUsage answered = new TokenUsage(10, 0, 0, 0, 1, 0);

        assertThat(table.cost("openai", "text-embedding-3-small", null, answered, NOW))
                .isNull();
    }

    @Test
    void remembersABoundedNumberOfModels() {
        PriceTable own = PriceTable.builtIn().extendedBy(PriceTable.builtIn());
        for (int i = 0; i < 5_000; i++) {
            own.cost("anthropic", "claude-" + i, null, SHORT, NOW);
        }

        assertThat(own.remembered()).isBetween(1, 1_000);
        assertThat(own.cost("anthropic", "c".repeat(201), null, SHORT, NOW)).isNull();
    }

    private double total(String provider, String model, TokenUsage usage, String at) {
        return priced(table.cost(provider, model, null, usage, millis(at))).total();
    }

    private static Cost priced(@Nullable Cost cost) {
        return Objects.requireNonNull(cost, "no price");
    }

    private static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}
