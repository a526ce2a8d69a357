package dev.narrative.testing.demo;

import dev.narrative.model.SpanKey;
import dev.narrative.model.journal.Journal;
import dev.narrative.model.journal.JournalContent;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.tree.TreePrinter;
import dev.narrative.model.tree.TreeStyle;
import dev.narrative.testing.Installation;
import dev.narrative.testing.Traces;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Plays one session of four requests on the story studio under the agent and shows the traces. Ends with 1 when an
 * answer or a trace is not what it should be. With {@code --no-agent} only the answers are shown; {@code --set
 * key=value}, as often as needed, gives the agent a setting beside those of the studio's file.
 */
public final class Demo {
    private static final Duration UNTIL_WRITTEN = Duration.ofSeconds(15);
    private static final int LINE_WIDTH = 130;
    private static final int SHOWN_CHARACTERS = 110;

    private Demo() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        boolean agent = !Arrays.asList(args).contains("--no-agent");
        try {
            boolean fine = agent ? traced(settings(args)) : plain();
            System.exit(fine ? 0 : 1);
        } catch (IllegalStateException | AssertionError e) {
            System.err.println("demo: " + e.getMessage());
            System.exit(1);
        }
    }

    private static boolean plain() throws IOException, InterruptedException {
        try (StudioProcesses studio = StudioProcesses.plain(Storyteller.LANGCHAIN4J)) {
            return play(studio);
        }
    }

    private static Map<String, String> settings(String[] args) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (int i = 0; i + 1 < args.length; i++) {
            int equals = args[i + 1].indexOf('=');
            if (args[i].equals("--set") && equals > 0) {
                settings.put(args[i + 1].substring(0, equals), args[i + 1].substring(equals + 1));
            }
        }
        return settings;
    }

    private static boolean traced(Map<String, String> settings) throws IOException, InterruptedException {
        Path journal = freshJournal();
        try (StudioProcesses studio = StudioProcesses.traced(journal, Storyteller.LANGCHAIN4J, settings)) {
            boolean answered = play(studio);
            List<String> problems = awaitTraces(journal);
            studio.stop();
            show(journal);
            studio.stderr().stream()
                    .filter(line -> line.startsWith("[narrative]"))
                    // Both services share one file of rules, so each lacks the other's classes.
                    .filter(line -> !line.contains("has matched no class"))
                    .forEach(System.out::println);
            problems.forEach(problem -> System.err.println("demo: " + problem));
            System.out.println("Journal: " + journal);
            return answered && problems.isEmpty();
        }
    }

    private static boolean play(StudioProcesses studio) throws IOException, InterruptedException {
        Client client = new Client(studio.studio());
        boolean fine = true;
        for (Scene scene : Scene.PLAYED) {
            HttpResponse<String> answer = client.play(scene);
            System.out.println("POST " + scene.path() + "  " + answer.statusCode());
            System.out.println("     " + shortened(answer.body()));
            fine &= answer.statusCode() == 200;
        }
        System.out.println();
        return fine;
    }

    /** Looks until the journals hold what is claimed; what is still wrong then is given back. */
    private static List<String> awaitTraces(Path journal) {
        long deadline = System.nanoTime() + UNTIL_WRITTEN.toNanos();
        while (true) {
            List<String> problems = TraceCheck.problems(Traces.read(journal), Scene.PLAYED);
            if (problems.isEmpty() || System.nanoTime() - deadline > 0) {
                return problems;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static void show(Path journal) {
        JournalContent content = Journal.read(journal);
        Map<SpanKey, List<JournalSpan>> traces = new LinkedHashMap<>();
        content.spans().stream()
                .sorted(Comparator.comparingLong(JournalSpan::startEpochNanos))
                .forEach(span -> traces.computeIfAbsent(traceOf(span), key -> new ArrayList<>())
                        .add(span));
        TreePrinter printer = new TreePrinter(new TreeStyle(LINE_WIDTH, false, false));
        for (List<JournalSpan> trace : traces.values()) {
            System.out.println(printer.print(trace));
        }
        content.problems().forEach(problem -> System.out.println(problem));
    }

    private static SpanKey traceOf(JournalSpan span) {
        return new SpanKey(span.traceIdHigh(), span.traceIdLow(), 0);
    }

    private static String shortened(String body) {
        return body.length() <= SHOWN_CHARACTERS ? body : body.substring(0, SHOWN_CHARACTERS) + "…";
    }

    private static Path freshJournal() throws IOException {
        Path directory = Installation.root().resolve("testapp/target/demo");
        if (Files.exists(directory)) {
            try (Stream<Path> old = Files.walk(directory)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        return Files.createDirectories(directory).resolve("narrative-traces");
    }
}
