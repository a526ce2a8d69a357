package dev.narrative.core.metrics;

import dev.narrative.model.AttributeNames;
import dev.narrative.model.TokenUsage;
import dev.narrative.model.prices.Cost;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What model calls used, took and cost, by the names, units and buckets of OpenTelemetry's GenAI conventions 1.41.1
 * (docs/gen-ai/gen-ai-metrics.md); the cost is our own. One thread at a time.
 */
final class ModelCallMetrics {
    private static final String SCOPE = "narrative.llm";
    private static final String EMBEDDINGS = "embeddings";

    private static final List<Double> TOKEN_BOUNDS = powers(1, 4, 14);
    private static final List<Double> SECOND_BOUNDS = powers(0.01, 2, 14);

    private final Histogram tokens = new Histogram(
            new MetricName(SCOPE, "gen_ai.client.token.usage", "{token}", "Tokens of a model call, sent and received."),
            TOKEN_BOUNDS);
    private final Histogram duration = new Histogram(
            new MetricName(SCOPE, "gen_ai.client.operation.duration", "s", "How long a model call took."),
            SECOND_BOUNDS);
    private final Histogram firstChunk = new Histogram(
            new MetricName(
                    SCOPE,
                    "gen_ai.client.operation.time_to_first_chunk",
                    "s",
                    "How long a streamed answer kept waiting for its first piece."),
            SECOND_BOUNDS);
    private final Sum cost =
            new Sum(new MetricName(SCOPE, "narrative.llm.cost", "{USD}", "What model calls cost, in US dollars."));

    void count(EndedCall call) {
        AttributeSet attributes = attributes(call);
        duration.record(attributes.with(AttributeNames.ERROR_TYPE, call.errorType()), call.seconds());
        firstChunk.record(attributes, call.secondsToFirstChunk());
        TokenUsage usage = call.usage();
        if (usage == null) {
            return;
        }
        AttributeSet input = attributes.with(AttributeNames.GEN_AI_TOKEN_TYPE, "input");
        AttributeSet output = attributes.with(AttributeNames.GEN_AI_TOKEN_TYPE, "output");
        boolean answersInTokens = usage.totalOutput() > 0 || !call.operation().equals(EMBEDDINGS);
        tokens.record(input, (double) usage.totalInput());
        if (answersInTokens) {
            tokens.record(output, (double) usage.totalOutput());
        }
        Cost known = call.cost().get();
        if (known != null) {
            cost.add(input, known.input());
            if (answersInTokens) {
                cost.add(output, known.output());
            }
        }
    }

    List<Metric> collect() {
        return List.of(tokens.collect(), duration.collect(), firstChunk.collect(), cost.collect());
    }

    void reset() {
        tokens.reset();
        duration.reset();
        firstChunk.reset();
        cost.reset();
    }

    private static AttributeSet attributes(EndedCall call) {
        AttributeSet attributes = AttributeSet.NONE
                .with(AttributeNames.GEN_AI_OPERATION_NAME, call.operation())
                .with(AttributeNames.GEN_AI_PROVIDER_NAME, call.provider())
                .with(AttributeNames.GEN_AI_REQUEST_MODEL, call.requestModel())
                .with(AttributeNames.GEN_AI_RESPONSE_MODEL, call.responseModel())
                .with(AttributeNames.SERVER_ADDRESS, call.server());
        return call.server() == null || call.port() <= 0
                ? attributes
                : attributes.with(AttributeNames.SERVER_PORT, call.port());
    }

    /** {@code first}, and each bound {@code factor} times the one before. */
    private static List<Double> powers(double first, double factor, int count) {
        return DoubleStream.iterate(first, bound -> bound * factor)
                .limit(count)
                .boxed()
                .toList();
    }
}
