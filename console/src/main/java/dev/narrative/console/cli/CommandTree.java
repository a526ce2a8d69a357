package dev.narrative.console.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/**
 * The commands by name. To look into the options of all of them takes longer than most commands run, so only the one
 * that is called is made; all are for help, completion and a name that is none.
 */
final class CommandTree {
    /**
     * A command that has others below it, or none.
     *
     * @param children by name, in the order in which help lists them
     */
    private record Branch(Class<?> type, Map<String, Class<?>> children) {}

    private static final Map<String, Branch> BRANCHES = new LinkedHashMap<>();

    static {
        Map<String, Class<?>> trace = new LinkedHashMap<>();
        trace.put("list", TraceListCommand.class);
        trace.put("show", TraceShowCommand.class);
        trace.put("export", TraceExportCommand.class);
        trace.put("tail", TraceTailCommand.class);
        trace.put("compare", TraceCompareCommand.class);
        trace.put("start", TraceStartCommand.class);
        trace.put("log", TraceLogCommand.class);
        trace.put("end", TraceEndCommand.class);
        trace.put("correlation", TraceCorrelationCommand.class);
        BRANCHES.put("trace", new Branch(TraceCommand.class, trace));
        Map<String, Class<?>> session = new LinkedHashMap<>();
        session.put("list", SessionListCommand.class);
        session.put("show", SessionShowCommand.class);
        BRANCHES.put("session", new Branch(SessionCommand.class, session));
        BRANCHES.put("stats", new Branch(StatsCommand.class, Map.of()));
        BRANCHES.put("bottlenecks", new Branch(BottlenecksCommand.class, Map.of()));
        BRANCHES.put("flow", new Branch(FlowCommand.class, Map.of()));
        BRANCHES.put("score", new Branch(ScoreCommand.class, Map.of()));
        Map<String, Class<?>> prices = new LinkedHashMap<>();
        prices.put("list", PricesListCommand.class);
        prices.put("find", PricesFindCommand.class);
        prices.put("missing", PricesMissingCommand.class);
        BRANCHES.put("prices", new Branch(PricesCommand.class, prices));
        BRANCHES.put("import", new Branch(ImportCommand.class, Map.of()));
        BRANCHES.put("prune", new Branch(PruneCommand.class, Map.of()));
        Map<String, Class<?>> hold = new LinkedHashMap<>();
        hold.put("add", HoldAddCommand.class);
        hold.put("list", HoldListCommand.class);
        hold.put("remove", HoldRemoveCommand.class);
        BRANCHES.put("hold", new Branch(HoldCommand.class, hold));
        Map<String, Class<?>> index = new LinkedHashMap<>();
        index.put("rebuild", IndexRebuildCommand.class);
        index.put("verify", IndexVerifyCommand.class);
        index.put("expire", IndexExpireCommand.class);
        BRANCHES.put("index", new Branch(IndexCommand.class, index));
        BRANCHES.put("console", new Branch(ConsoleCommand.class, Map.of()));
        Map<String, Class<?>> token = new LinkedHashMap<>();
        token.put("create", TokenCreateCommand.class);
        token.put("list", TokenListCommand.class);
        token.put("revoke", TokenRevokeCommand.class);
        BRANCHES.put("token", new Branch(TokenCommand.class, token));
        BRANCHES.put("audit", new Branch(AuditCommand.class, Map.of()));
        BRANCHES.put("completion", new Branch(CompletionCommand.class, Map.of()));
    }

    private CommandTree() {}

    /** The commands that these arguments need. */
    static CommandLine of(List<String> args, IFactory factory) {
        CommandLine root = new CommandLine(new NarrativeCommand(), factory);
        String name = args.isEmpty() ? "" : args.get(0);
        Branch called = name.equals("completion") ? null : BRANCHES.get(name);
        Class<?> child =
                called == null || args.size() < 2 ? null : called.children().get(args.get(1));
        boolean known = called != null && (called.children().isEmpty() || child != null);
        for (Map.Entry<String, Branch> branch : BRANCHES.entrySet()) {
            if (!known || branch.getKey().equals(name)) {
                add(root, branch.getKey(), branch.getValue(), child, factory);
            }
        }
        return root;
    }

    private static void add(
            CommandLine root, String name, Branch branch, @Nullable Class<?> onlyChild, IFactory factory) {
        CommandLine command = new CommandLine(branch.type(), factory);
        root.addSubcommand(name, command);
        branch.children().forEach((childName, child) -> {
            if (onlyChild == null || child == onlyChild) {
                command.addSubcommand(childName, new CommandLine(child, factory));
            }
        });
    }
}
