package dev.narrative.console.cli;

import dev.narrative.model.prices.PriceLine;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "list",
        description = "Lists the prices in the order in which they are tried, in US dollars for a million tokens.")
final class PricesListCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final PriceOptions prices = new PriceOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Parameters(arity = "0..1", paramLabel = "TEXT", description = "Only those with this in provider or model.")
    private @Nullable String text;

    PricesListCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        PriceOptions.Prices read = prices.read(shell);
        String wanted = text == null ? "" : text.toLowerCase(Locale.ROOT);
        List<PriceLine> lines = read.table().lines().stream()
                .filter(line -> (line.provider() + " " + line.model())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList();
        PriceListing.of(read, null).write(lines, "", output.format(shell), shell);
        if (lines.isEmpty()) {
            shell.hint("no price is like that");
        } else if (!read.table().asOf().isEmpty()) {
            shell.hint("the built-in prices are those of " + read.table().asOf());
        }
        return ExitCodes.OK;
    }
}
