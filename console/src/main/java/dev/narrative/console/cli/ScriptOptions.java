package dev.narrative.console.cli;

import dev.narrative.console.record.ScriptTrace;
import dev.narrative.console.record.ScriptTraces;
import dev.narrative.model.tree.TerminalText;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which trace of a shell script a command is about. */
final class ScriptOptions {
    private static final String TRACE_VARIABLE = "NARRATIVE_TRACE_ID";

    @Option(
            names = "--trace",
            paramLabel = "ID",
            description = "The id that start printed, or the beginning of one. Default: $NARRATIVE_TRACE_ID, or the"
                    + " only trace that is open.")
    private @Nullable String trace;

    ScriptTrace select(ScriptTraces traces, Shell shell) throws IOException {
        List<ScriptTrace> open = traces.open();
        String named = trace == null ? shell.environment().get(TRACE_VARIABLE) : trace;
        List<ScriptTrace> meant = named == null || named.isBlank()
                ? open
                : open.stream().filter(candidate -> isNamed(candidate, named)).toList();
        if (meant.isEmpty()) {
            throw new CommandFailure(
                    ExitCodes.NOT_FOUND,
                    open.isEmpty()
                            ? "no trace is open; begin one: narrative trace start NAME"
                            : "no open trace is named " + named + "; open are " + ids(open));
        }
        if (meant.size() > 1) {
            throw new CommandFailure(ExitCodes.USAGE, "several traces are open, name one with --trace: " + ids(meant));
        }
        return meant.get(0);
    }

    private static boolean isNamed(ScriptTrace candidate, String named) {
        String digits = named.replace("-", "").toLowerCase(Locale.ROOT);
        boolean begins = !digits.isEmpty() && candidate.id().toString().startsWith(digits);
        return begins || candidate.narrativeId().equals(named);
    }

    private static String ids(List<ScriptTrace> traces) {
        return traces.stream()
                .map(open -> open.id() + " (" + TerminalText.clean(open.root().name()) + ")")
                .collect(Collectors.joining(", "));
    }
}
