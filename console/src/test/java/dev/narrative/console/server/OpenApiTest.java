package dev.narrative.console.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.console.server.http.Access;
import dev.narrative.console.server.http.Route;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What openapi.yaml says, and what the server does. */
final class OpenApiTest {
    private static final Pattern PATH = Pattern.compile("  (/\\S*):");
    private static final Pattern METHOD = Pattern.compile("    (get|post|put|delete|patch):.*");
    private static final Pattern REFERENCE = Pattern.compile("\\$ref: \"#/components/(\\w+)/(\\w+)\"");

    @TempDir
    Path traces;

    @Test
    void describesEachRoute_andNoOther() throws IOException {
        try (RunningConsole console = RunningConsole.open(traces)) {
            Map<String, String> described =
                    operations(console.get("/api/v1/openapi.yaml").body());
            List<Route> routes = console.server().routes();
            assertThat(described.keySet())
                    .containsExactlyInAnyOrderElementsOf(
                            routes.stream().map(OpenApiTest::name).toList());
            for (Route route : routes) {
                String text = String.valueOf(described.get(name(route)));
                boolean said = text.contains("*execution") || text.contains("*page");
                if (!said) {
                    assertThat(text.contains("security: []"))
                            .as("%s is open", name(route))
                            .isEqualTo(route.access() == Access.OPEN);
                    assertThat(text).as(name(route)).containsPattern(role(route.access()));
                }
                Matcher parameter = Pattern.compile("[{<](\\w+)[}>]").matcher(route.path());
                while (parameter.find() && !said) {
                    assertThat(text)
                            .as(name(route))
                            .containsPattern("name: " + parameter.group(1) + "|parameters/" + parameter.group(1));
                }
            }
        }
    }

    @Test
    void refersOnlyToWhatItHas() throws IOException {
        try (RunningConsole console = RunningConsole.open(traces)) {
            String text = console.get("/api/v1/openapi.yaml").body();
            assertThat(text).doesNotContain("\t");
            Matcher reference = REFERENCE.matcher(text);
            TreeSet<String> missing = new TreeSet<>();
            while (reference.find()) {
                if (!text.contains("\n    " + reference.group(2) + ":")) {
                    missing.add(reference.group());
                }
            }
            assertThat(missing).isEmpty();
        }
    }

    private static String name(Route route) {
        return route.method() + " " + route.path().replace('<', '{').replace('>', '}');
    }

    private static String role(Access access) {
        return switch (access) {
            case OPEN -> "summary: ";
            case READ -> "summary: .* Viewer\\.";
            case RECORD -> "summary: .* Ingest or editor\\.";
            case WRITE -> "summary: .* Editor\\.";
            case ADMINISTER -> "summary: .* Admin\\.";
        };
    }

    /** The operations and their text, by method and path. */
    private static Map<String, String> operations(String yaml) {
        Map<String, String> operations = new TreeMap<>();
        String path = "";
        String operation = "";
        for (String line : yaml.substring(yaml.indexOf("\npaths:"), yaml.indexOf("\ncomponents:"))
                .split("\n")) {
            Matcher pathMatcher = PATH.matcher(line);
            Matcher methodMatcher = METHOD.matcher(line);
            if (pathMatcher.matches()) {
                path = pathMatcher.group(1);
                operation = "";
            } else if (methodMatcher.matches()) {
                operation = methodMatcher.group(1).toUpperCase(Locale.ROOT) + " " + path;
                operations.put(operation, line + "\n");
            } else if (!operation.isEmpty()) {
                operations.merge(operation, line + "\n", String::concat);
            }
        }
        return operations;
    }
}
