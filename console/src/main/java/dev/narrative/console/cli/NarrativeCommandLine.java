package dev.narrative.console.cli;

import dev.narrative.console.index.StoppedException;
import dev.narrative.console.store.StoreException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs a command; what goes wrong ends in one line on standard error and an exit code. */
final class NarrativeCommandLine {
    private final Shell shell;

    NarrativeCommandLine(Shell shell) {
        this.shell = shell;
    }

    int run(String... args) {
        CommandLine commandLine = CommandTree.of(List.of(args), factory());
        commandLine.setOut(shell.out());
        commandLine.setErr(shell.err());
        commandLine.setColorScheme(Help.defaultColorScheme(shell.terminal().colour() ? Help.Ansi.ON : Help.Ansi.OFF));
        commandLine.setUsageHelpWidth(Math.min(Math.max(shell.terminal().width(), 80), 110));
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setParameterExceptionHandler((failure, given) -> wrongUsage(failure));
        commandLine.setExecutionExceptionHandler(failures());
        return commandLine.execute(args);
    }

    /** Commands are made with the shell that they run in; all else picocli makes itself. */
    private IFactory factory() {
        IFactory usual = CommandLine.defaultFactory();
        return new IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                for (var constructor : type.getDeclaredConstructors()) {
                    if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Shell.class) {
                        return type.cast(constructor.newInstance(shell));
                    }
                }
                return usual.create(type);
            }
        };
    }

    private int wrongUsage(ParameterException failure) {
        String command = failure.getCommandLine().getCommandSpec().qualifiedName();
        shell.hint(command + ": " + failure.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(failure, shell.err())) {
            shell.hint("see " + command + " --help");
        }
        return ExitCodes.USAGE;
    }

    private IExecutionExceptionHandler failures() {
        return (failure, commandLine, result) -> {
            String command = commandLine.getCommandSpec().qualifiedName();
            shell.hint(command + ": " + message(failure));
            if (failure instanceof CommandFailure known) {
                return known.exitCode();
            }
            if (failure instanceof StoppedException) {
                return ExitCodes.INTERRUPTED;
            }
            return failure instanceof IllegalArgumentException ? ExitCodes.USAGE : ExitCodes.FAILURE;
        };
    }

    private static String message(Exception failure) {
        boolean meant = failure instanceof CommandFailure
                || failure instanceof StoreException
                || failure instanceof StoppedException
                || failure instanceof IllegalArgumentException;
        return meant ? String.valueOf(failure.getMessage()) : failure.toString();
    }
}
