package dev.narrative.console.cli;

import dev.narrative.console.query.TimeText;
import dev.narrative.model.TokenUsage;
import dev.narrative.model.prices.Cost;
import dev.narrative.model.prices.PriceLine;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "find", description = "Finds the price of a model as the agent does, and the cost of tokens.")
final class PricesFindCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final PriceOptions prices = new PriceOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Parameters(paramLabel = "MODEL", description = "The model's name as the provider answers it.")
    private String model = "";

    @Option(
            names = "--provider",
            paramLabel = "NAME",
            defaultValue = "",
            description =
                    "As in gen_ai.provider.name: openai, anthropic, aws.bedrock. Default: whoever makes the model.")
    private String provider = "";

    @Option(names = "--input", paramLabel = "N", description = "Tokens that go in, cached ones included.")
    private long input;

    @Option(names = "--output-tokens", paramLabel = "N", description = "Tokens that come out, reasoning included.")
    private long outputTokens;

    @Option(names = "--cached", paramLabel = "N", description = "Of those that go in, read from a cache.")
    private long cached;

    @Option(names = "--written", paramLabel = "N", description = "Of those that go in, written to a cache.")
    private long written;

    @Option(names = "--at", paramLabel = "WHEN", description = "When the call is made. Default: now.")
    private @Nullable String at;

    PricesFindCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        PriceOptions.Prices read = prices.read(shell);
        Instant now = shell.clock().instant();
        long millis = at == null
                ? now.toEpochMilli()
                : TimeText.momentNanos(at, now, shell.clock().getZone()) / 1_000_000;
        PriceLine line = read.table().line(provider, model, millis);
        if (line == null) {
            throw new CommandFailure(
                    ExitCodes.NOT_FOUND,
                    "no price is known for " + model + "; docs/prices.md says how to add one of your own");
        }
        PriceListing.of(read, cost(read, millis)).write(List.of(line), "", output.format(shell), shell);
        return ExitCodes.OK;
    }

    /** Of the tokens that were named; {@code null} where none were. */
    private @Nullable Double cost(PriceOptions.Prices read, long millis) {
        TokenUsage usage = TokenUsage.ofTotals(input, cached, written, outputTokens, 0);
        if (usage.equals(TokenUsage.NONE)) {
            return null;
        }
        Cost cost = read.table().cost(provider, model, null, usage, millis);
        if (cost == null) {
            throw new CommandFailure(ExitCodes.FAILURE, "some of these tokens have no price");
        }
        return cost.total();
    }
}
