package dev.narrative.console.cli;

import dev.narrative.console.index.IndexDirectory;
import dev.narrative.console.journal.JournalPlaces;
import dev.narrative.console.record.JournalImport;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = "Copies the spans of files of OTLP-JSON lines, such as exports and files of a Collector, into the"
                + " journal, masked. Where it is interrupted, the next one goes on.")
final class ImportCommand implements Callable<Integer> {
    private static final int TOLD = 5;

    private final Shell shell;

    @Mixin
    private final IndexOptions index = new IndexOptions();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "A file, or a directory of such files.")
    private List<Path> places = List.of();

    ImportCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        List<Path> files = files();
        IndexDirectory directory = index.directory(shell);
        directory.create();
        Path states = Files.createDirectories(directory.path().resolve("imports"));
        try (FileChannel lock =
                FileChannel.open(states.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (lock.tryLock() == null) {
                throw new CommandFailure(ExitCodes.FAILURE, "another import is running; try again when it is done");
            }
            take(files, states);
        }
        return ExitCodes.OK;
    }

    private void take(List<Path> files, Path states) throws IOException {
        long[] total = new long[1];
        long spans;
        List<String> problems;
        try (ProgressLine progress = new ProgressLine("importing", shell)) {
            JournalImport taken = new JournalImport(
                    index.journal().written(shell),
                    states,
                    (bytes, count) -> progress.advanced(bytes, total[0], count));
            for (Path file : files) {
                total[0] += taken.left(file, Files.size(file));
            }
            for (Path file : files) {
                taken.take(file);
            }
            spans = taken.spans();
            problems = taken.problems();
        }
        problems.stream().limit(TOLD).forEach(shell::hint);
        if (problems.size() > TOLD) {
            shell.hint("… and " + (problems.size() - TOLD) + " more");
        }
        index.openFresh(shell).close();
        shell.hint(spans + (spans == 1 ? " span" : " spans") + " imported"
                + (total[0] == 0 ? "; nothing is new in " + places.get(0) : ""));
    }

    private List<Path> files() {
        for (Path place : places) {
            if (!Files.isReadable(place)) {
                throw new CommandFailure(ExitCodes.NOT_FOUND, place + " can't be read");
            }
        }
        Path journal = index.journal().places(shell).get(0).toAbsolutePath().normalize();
        List<Path> files = JournalPlaces.of(places).journals();
        for (Path file : files) {
            if (file.startsWith(journal)) {
                throw new CommandFailure(ExitCodes.USAGE, file + " is in the journal already");
            }
        }
        if (files.isEmpty()) {
            throw new CommandFailure(ExitCodes.NOT_FOUND, "there is no file of spans in " + places.get(0));
        }
        return files;
    }
}
