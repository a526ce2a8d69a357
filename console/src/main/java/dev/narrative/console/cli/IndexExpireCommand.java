package dev.narrative.console.cli;

import dev.narrative.console.hold.HeldTraces;
import dev.narrative.console.index.JournalIndex;
import dev.narrative.console.query.TimeText;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "expire",
        description =
                "Drops old traces from the database that --store names, for all who use it, but for those that are"
                        + " held in the journals here. An index follows its journals: see prune.")
final class IndexExpireCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final IndexOptions index = new IndexOptions();

    @Parameters(paramLabel = "TIME", description = "Traces of days (UTC) that ended longer ago than this: 90d.")
    private String age = "";

    IndexExpireCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        long nanos = TimeText.durationNanos(age);
        LocalDate day = LocalDate.ofInstant(shell.clock().instant().minusNanos(nanos), ZoneOffset.UTC);
        try (JournalIndex opened = index.open(shell)) {
            opened.dropBefore(day, new HeldTraces(index.journal().places(shell)).ids());
        }
        shell.hint("traces that began before " + day + " were dropped");
        return ExitCodes.OK;
    }
}
