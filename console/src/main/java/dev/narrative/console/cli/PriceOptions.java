package dev.narrative.console.cli;

import dev.narrative.model.prices.PriceFile;
import dev.narrative.model.prices.PriceLine;
import dev.narrative.model.prices.PriceTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which prices hold: the built-in ones, with a file of one's own before them or in their place. */
final class PriceOptions {
    private static final String PRICES_VARIABLE = "NARRATIVE_LLM_PRICES";
    private static final long MAX_BYTES = 1 << 20;

    @Option(
            names = "--prices",
            paramLabel = "FILE",
            description = "The file that narrative.llm.prices names to the agent. Default: $NARRATIVE_LLM_PRICES, or"
                    + " the built-in prices alone.")
    private @Nullable Path file;

    /**
     * The prices that hold.
     *
     * @param own how many lines at the table's beginning are the user's own
     */
    record Prices(PriceTable table, int own) {
        String source(PriceLine line) {
            return line.number() < own ? "own" : "built-in";
        }
    }

    Prices read(Shell shell) throws IOException {
        String variable = shell.environment().get(PRICES_VARIABLE);
        Path named = file == null && variable != null && !variable.isBlank() ? Path.of(variable) : file;
        if (named == null) {
            return new Prices(PriceTable.builtIn(), 0);
        }
        if (!Files.isRegularFile(named)) {
            throw new CommandFailure(ExitCodes.NOT_FOUND, "there is no file " + named);
        }
        if (Files.size(named) > MAX_BYTES) {
            throw new CommandFailure(ExitCodes.FAILURE, named + " is larger than 1 MB; the agent does not take it");
        }
        PriceFile own = PriceTable.read(named.toString(), Files.readAllBytes(named));
        if (!own.isUsable()) {
            throw new CommandFailure(ExitCodes.FAILURE, String.join("; ", own.problems()));
        }
        own.problems().forEach(shell::hint);
        return new Prices(own.over(PriceTable.builtIn()), own.table().size());
    }
}
