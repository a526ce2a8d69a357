package dev.narrative.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ModelCallMetricsTest {
    private static final String TOKENS = "gen_ai.client.token.usage";
    private static final String DURATION = "gen_ai.client.operation.duration";
    private static final String FIRST_CHUNK = "gen_ai.client.operation.time_to_first_chunk";
    private static final String COST = "narrative.llm.cost";

    private final ModelCallMetrics metrics = new ModelCallMetrics();

    @Test
    void countsTokens_sentAndReceived_withCacheAndReasoning() {
        metrics.count(Calls.chat());
        metrics.count(Calls.chat());

        Metric tokens = collected().metric(TOKENS);
        assertThat(tokens.name().unit()).isEqualTo("{token}");
        assertThat(tokens.kind()).isEqualTo(Metric.Kind.HISTOGRAM);
        assertThat(tokens.points())
                .extracting(point -> ((HistogramPoint) point).sum())
                .containsExactly(2_000.0, 100.0);
        assertThat(tokens.points())
                .extracting(point -> point.attributes().values().get("gen_ai.token.type"))
                .containsExactly("input", "output");
        assertThat(((HistogramPoint) tokens.points().get(0)).bounds())
                .containsExactly(
                        1.0,
                        4.0,
                        16.0,
                        64.0,
                        256.0,
                        1_024.0,
                        4_096.0,
                        16_384.0,
                        65_536.0,
                        262_144.0,
                        1_048_576.0,
                        4_194_304.0,
                        16_777_216.0,
                        67_108_864.0);
    }

    @Test
    void measuresTheDuration_byProviderModelAndServer() {
        metrics.count(Calls.chat());

        HistogramPoint duration = collected().histogram(DURATION);
        assertThat(collected().metric(DURATION).name().unit()).isEqualTo("s");
        assertThat(duration.sum()).isEqualTo(0.5);
        assertThat(duration.bounds())
                .containsExactly(
                        0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92);
        assertThat(duration.attributes().values())
                .containsExactly(
                        entry("gen_ai.operation.name", "chat"),
                        entry("gen_ai.provider.name", "openai"),
                        entry("gen_ai.request.model", "gpt-4o-mini"),
                        entry("gen_ai.response.model", "gpt-4o-mini-2024-07-18"),
                        entry("server.address", "api.openai.com"),
                        entry("server.port", 443L));
    }

    @Test
    void tellsFailuresApart_andCountsNoTokensOfThem() {
        metrics.count(Calls.failed("rate_limit_exceeded"));

        assertThat(collected().histogram(DURATION).attributes().values())
                .containsEntry("error.type", "rate_limit_exceeded");
        assertThat(collected().metric(TOKENS).points()).isEmpty();
        assertThat(collected().metric(COST).points()).isEmpty();
    }

    @Test
    void measuresTheFirstChunk_ofStreamedAnswersOnly() {
        metrics.count(Calls.chat());
        assertThat(collected().metric(FIRST_CHUNK).points()).isEmpty();

        metrics.count(Calls.streamed(0.25));
        assertThat(collected().histogram(FIRST_CHUNK).sum()).isEqualTo(0.25);
    }

    @Test
    void addsUpTheCost() {
        metrics.count(Calls.chat());
        metrics.count(Calls.chat());

        assertThat(collected().metric(COST).kind()).isEqualTo(Metric.Kind.COUNTER);
        assertThat(collected().number(COST, "gen_ai.token.type", "input")).isCloseTo(0.02, within(1e-9));
        assertThat(collected().number(COST, "gen_ai.token.type", "output")).isCloseTo(0.04, within(1e-9));
    }

    @Test
    void knowsNoAnswerTokens_ofAnEmbedding() {
        metrics.count(Calls.embedding());

        assertThat(collected().histogram(TOKENS).attributes().values())
                .containsEntry("gen_ai.operation.name", "embeddings")
                .containsEntry("gen_ai.token.type", "input");
    }

    @Test
    void cutsAModelsName_thatIsNone() {
        assertThat(AttributeSet.NONE.with("k", "x".repeat(10_000)).values().get("k"))
                .isEqualTo("x".repeat(256));
    }

    private Collected collected() {
        return new Collected(List.copyOf(metrics.collect()));
    }
}
