package dev.narrative.console.cli;

import dev.narrative.console.hold.HeldTraces;
import dev.narrative.console.index.JournalIndex;
import dev.narrative.console.query.SizeText;
import dev.narrative.console.query.TimeText;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "expire",
        description =
                "Drops old traces from the database that --store names, for all who use it, but for those that are"
                        + " held there or in the journals here: by their age, by the room that they take, or both. An"
                        + " index follows its journals: see prune.")
final class IndexExpireCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final IndexOptions index = new IndexOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "TIME",
            description = "Traces of days (UTC) that ended longer ago than this: 90d.")
    private @Nullable String age;

    @Option(
            names = "--max-size",
            paramLabel = "SIZE",
            description = "The oldest days that are more than this, with their indexes: 20GB. Today stays.")
    private @Nullable String size;

    IndexExpireCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        if (age == null && size == null) {
            throw new CommandFailure(ExitCodes.USAGE, "say how much is to stay: 90d, or --max-size 20GB");
        }
        LocalDate byAge = age == null ? null : day(age);
        long most = size == null ? Long.MAX_VALUE : SizeText.bytes(size);
        try (JournalIndex opened = index.open(shell)) {
            LocalDate bySize = opened.firstDayWithin(most).orElse(null);
            LocalDate first = byAge == null || (bySize != null && bySize.isAfter(byAge)) ? bySize : byAge;
            if (first == null) {
                shell.hint("nothing had to go");
            } else {
                opened.dropBefore(first, new HeldTraces(index.journal().places(shell)).ids());
                shell.hint("traces that began before " + first + " were dropped");
            }
        }
        return ExitCodes.OK;
    }

    private LocalDate day(String longAgo) {
        long nanos = TimeText.durationNanos(longAgo);
        return LocalDate.ofInstant(shell.clock().instant().minusNanos(nanos), ZoneOffset.UTC);
    }
}
