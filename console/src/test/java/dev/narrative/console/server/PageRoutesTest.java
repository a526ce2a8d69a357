package dev.narrative.console.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.console.server.http.Role;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What browsers are given, and on which terms. */
final class PageRoutesTest {
    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);
    private static final Pattern TARGET = Pattern.compile("\"(/lib/[^\"]*)\"");
    private static final Pattern LOADED = Pattern.compile("(?:href|src)=\"(/(?:web|lib)/[^\"]*)\"");

    @TempDir
    Path traces;

    private RunningConsole console;

    @BeforeEach
    void start() throws IOException {
        console = RunningConsole.open(traces);
    }

    @AfterEach
    void stop() {
        console.close();
    }

    @Test
    void allowsNoScript_butItsOwnAndTheImportMap() throws NoSuchAlgorithmException {
        HttpResponse<String> page = console.get("/traces/" + "0".repeat(32));
        String policy = header(page, "Content-Security-Policy");
        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self' 'sha256-")
                .doesNotContain("unsafe");
        byte[] hash =
                MessageDigest.getInstance("SHA-256").digest(importMap(page).getBytes(StandardCharsets.UTF_8));
        assertThat(policy).contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
    }

    @Test
    void hasWhatThePageLoads() {
        HttpResponse<String> page = console.get("/");
        assertThat(page.body()).doesNotContain("${");
        for (String path : found(LOADED, page.body())) {
            assertThat(console.get(path).statusCode()).as(path).isEqualTo(200);
        }
        for (String path : found(TARGET, importMap(page))) {
            String file = path.matches("/lib/lit/.*/") ? path + "directives/repeat.js" : path;
            if (!file.endsWith("/")) {
                assertThat(header(console.get(file), "Content-Type")).as(file).contains("text/javascript");
            }
        }
    }

    @Test
    void librariesAreKept_andFilesAskedForAgain() {
        String library = found(TARGET, importMap(console.get("/"))).get(0);
        assertThat(header(console.get(library), "Cache-Control")).contains("immutable");
        HttpResponse<String> file = console.get("/web/app.js");
        assertThat(header(file, "Cache-Control")).isEqualTo("no-cache");
        HttpResponse<String> again = console.send(console.request("/web/app.js")
                .header("If-None-Match", header(file, "ETag"))
                .build());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void givesAwayNothingElse() {
        for (String path : List.of(
                "/web/nothing.js",
                "/web/%2e%2e/dev/narrative/console/server/rest/openapi.yaml",
                "/web/..%2fdev/narrative/console/cli/Main.class",
                "/web//etc/passwd",
                "/lib/lit/..",
                "/lib/lit/3.3.1/package.json",
                "/nowhere")) {
            assertThat(console.get(path).statusCode()).as(path).isBetween(400, 404);
        }
    }

    @Test
    void asksForALogin_beforeAPageIsShown() throws IOException {
        Path guardedTraces = Files.createDirectories(traces.resolve("guarded"));
        RunningConsole.token(guardedTraces, Role.VIEWER);
        try (RunningConsole guarded = RunningConsole.guarded(guardedTraces)) {
            HttpResponse<String> page = guarded.send(
                    guarded.request("/sessions").header("Accept", "text/html").build());
            assertThat(page.statusCode()).isEqualTo(303);
            assertThat(header(page, "Location")).isEqualTo("/login");
            assertThat(guarded.get("/web/style/tokens.css").statusCode()).isEqualTo(200);
        }
    }

    private static String importMap(HttpResponse<String> page) {
        return found(IMPORT_MAP, page.body()).get(0);
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
