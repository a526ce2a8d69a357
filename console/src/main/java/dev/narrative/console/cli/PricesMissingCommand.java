package dev.narrative.console.cli;

import dev.narrative.console.index.JournalIndex;
import dev.narrative.console.query.StatsBy;
import dev.narrative.console.query.StatsQuery;
import dev.narrative.console.query.TimeText;
import dev.narrative.console.store.StatsRow;
import dev.narrative.model.prices.PriceTable;
import dev.narrative.model.tree.Quantities;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "missing", description = "Lists the models in the journal whose calls used tokens and had no price.")
final class PricesMissingCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final IndexOptions index = new IndexOptions();

    @Mixin
    private final PriceOptions prices = new PriceOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(names = "--since", paramLabel = "WHEN", description = "Of calls since then: 1h (ago), 2026-11-21.")
    private @Nullable String since;

    PricesMissingCommand(Shell shell) {
        this.shell = shell;
    }

    /** A model without price; {@code known} tells whether it has one by now. */
    private record Missing(StatsRow calls, boolean known) {}

    @Override
    public Integer call() throws IOException {
        Instant now = shell.clock().instant();
        long earliest = since == null
                ? Long.MIN_VALUE
                : TimeText.momentNanos(since, now, shell.clock().getZone());
        PriceTable table = prices.read(shell).table();
        try (JournalIndex opened = index.openFresh(shell)) {
            StatsQuery query = new StatsQuery(StatsBy.MODEL, List.of(), earliest, Long.MAX_VALUE);
            List<Missing> missing = opened.traces().stats(query).stream()
                    .filter(row -> row.unpriced() > 0)
                    .map(row -> new Missing(row, table.line("", row.key(), now.toEpochMilli()) != null))
                    .toList();
            listing().write(missing, "", output.format(shell), shell);
            shell.hint(
                    missing.isEmpty()
                            ? "every call that used tokens had a price"
                            : "docs/prices.md says how to add prices of your own");
        }
        return ExitCodes.OK;
    }

    private Listing<Missing> listing() {
        Terminal terminal = shell.terminal();
        return new Listing<>(
                "models",
                List.of(
                        Column.flexible("model", "MODEL", row -> row.calls().key()),
                        count("unpriced", "UNPRICED", row -> row.calls().unpriced()),
                        count("calls", "CALLS", row -> row.calls().calls()),
                        Column.number(
                                "input_tokens",
                                "TOKENS",
                                row -> Shown.tokens(
                                        row.calls().inputTokens(), row.calls().outputTokens(), terminal),
                                row -> row.calls().inputTokens() + ""),
                        count("output_tokens", "OUTPUT", (Missing row) -> row.calls()
                                        .outputTokens())
                                .onlyWide(),
                        Column.text(
                                "price_now", "PRICE NOW", row -> row.known() ? "yes" : "no", row -> row.known() + "")),
                (row, out) -> {
                    out.beginObject().name("model").value(row.calls().key());
                    out.name("unpriced").value(row.calls().unpriced());
                    out.name("calls").value(row.calls().calls());
                    out.name("inputTokens").value(row.calls().inputTokens());
                    out.name("outputTokens").value(row.calls().outputTokens());
                    out.name("priceNow").value(row.known()).endObject();
                },
                row -> !row.known());
    }

    private static Column<Missing> count(String name, String header, ToLongFunction<Missing> count) {
        return Column.number(
                name, header, row -> Quantities.count(count.applyAsLong(row)), row -> count.applyAsLong(row) + "");
    }
}
