package dev.narrative.console.cli;

import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/**
 * The commands by name. To look into the options of all of them takes longer than most commands run, and even to load
 * their classes does, so only the one that is called is made; all are for help, completion and a name that is none.
 */
final class CommandTree {
    /** In the order in which help lists them; what others are below comes before them. */
    private static final List<String> COMMANDS = List.of(
            "trace",
            "trace list",
            "trace show",
            "trace export",
            "trace tail",
            "trace compare",
            "trace start",
            "trace log",
            "trace end",
            "trace correlation",
            "session",
            "session list",
            "session show",
            "stats",
            "bottlenecks",
            "flow",
            "score",
            "prices",
            "prices list",
            "prices find",
            "prices missing",
            "import",
            "prune",
            "hold",
            "hold add",
            "hold list",
            "hold remove",
            "index",
            "index rebuild",
            "index verify",
            "index expire",
            "console",
            "token",
            "token create",
            "token list",
            "token revoke",
            "audit",
            "completion");

    private CommandTree() {}

    /** The commands that these arguments need. */
    static CommandLine of(List<String> args, IFactory factory) {
        CommandLine root = new CommandLine(new NarrativeCommand(), factory);
        if (args.equals(List.of("--version"))) {
            return root;
        }
        List<String> needed = needed(args);
        for (String command : needed) {
            int blank = command.indexOf(' ');
            CommandLine parent = blank < 0
                    ? root
                    : Objects.requireNonNull(root.getSubcommands().get(command.substring(0, blank)));
            parent.addSubcommand(command.substring(blank + 1), new CommandLine(type(command), factory));
        }
        return root;
    }

    private static List<String> needed(List<String> args) {
        String first = args.isEmpty() ? "" : args.get(0);
        String both = args.size() < 2 ? first : first + " " + args.get(1);
        if (first.equals("completion") || !COMMANDS.contains(first)) {
            return COMMANDS;
        }
        if (both.contains(" ") && COMMANDS.contains(both)) {
            return List.of(first, both);
        }
        return COMMANDS.stream()
                .filter(command -> command.equals(first) || command.startsWith(first + " "))
                .toList();
    }

    /** A class is loaded where its name is passed by. */
    private static Class<?> type(String command) {
        return switch (command) {
            case "trace" -> TraceCommand.class;
            case "trace list" -> TraceListCommand.class;
            case "trace show" -> TraceShowCommand.class;
            case "trace export" -> TraceExportCommand.class;
            case "trace tail" -> TraceTailCommand.class;
            case "trace compare" -> TraceCompareCommand.class;
            case "trace start" -> TraceStartCommand.class;
            case "trace log" -> TraceLogCommand.class;
            case "trace end" -> TraceEndCommand.class;
            case "trace correlation" -> TraceCorrelationCommand.class;
            case "session" -> SessionCommand.class;
            case "session list" -> SessionListCommand.class;
            case "session show" -> SessionShowCommand.class;
            case "stats" -> StatsCommand.class;
            case "bottlenecks" -> BottlenecksCommand.class;
            case "flow" -> FlowCommand.class;
            case "score" -> ScoreCommand.class;
            case "prices" -> PricesCommand.class;
            case "prices list" -> PricesListCommand.class;
            case "prices find" -> PricesFindCommand.class;
            case "prices missing" -> PricesMissingCommand.class;
            case "import" -> ImportCommand.class;
            case "prune" -> PruneCommand.class;
            case "hold" -> HoldCommand.class;
            case "hold add" -> HoldAddCommand.class;
            case "hold list" -> HoldListCommand.class;
            case "hold remove" -> HoldRemoveCommand.class;
            case "index" -> IndexCommand.class;
            case "index rebuild" -> IndexRebuildCommand.class;
            case "index verify" -> IndexVerifyCommand.class;
            case "index expire" -> IndexExpireCommand.class;
            case "console" -> ConsoleCommand.class;
            case "token" -> TokenCommand.class;
            case "token create" -> TokenCreateCommand.class;
            case "token list" -> TokenListCommand.class;
            case "token revoke" -> TokenRevokeCommand.class;
            case "audit" -> AuditCommand.class;
            case "completion" -> CompletionCommand.class;
            default -> throw new IllegalArgumentException(command);
        };
    }
}
