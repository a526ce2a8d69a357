package dev.narrative.console.server;

import static dev.narrative.console.SpanBuilder.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.narrative.console.JournalFile;
import dev.narrative.console.hold.HeldTraces;
import dev.narrative.console.journal.ArtifactCopies;
import dev.narrative.console.journal.WaitingRequests;
import dev.narrative.console.server.auth.TokenStore;
import dev.narrative.console.server.http.Access;
import dev.narrative.console.server.http.Role;
import dev.narrative.console.server.http.Route;
import dev.narrative.model.prices.PriceTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every route with every role and none, and what browsers are made to do. */
final class SecurityTest {
    private static final String TRACE = "00000000000000010000000000000001";
    private static final Pattern PROOF = Pattern.compile("name=\"proof\" type=\"hidden\" value=\"([^\"]+)\"");

    @TempDir
    Path traces;

    private final Map<Role, String> tokens = new EnumMap<>(Role.class);
    private RunningConsole console;

    @BeforeEach
    void start() throws IOException {
        new JournalFile(traces.resolve("2026-11-21/studio-1-1.jsonl"))
                .append(span(1, 1).name("a secret tale").session("chap-12").build());
        for (Role role : Role.values()) {
            tokens.put(role, RunningConsole.token(traces, role));
        }
        console = RunningConsole.guarded(traces);
    }

    @AfterEach
    void stop() {
        console.close();
    }

    @Test
    void everyRoute_asksForItsRole() {
        List<Route> routes = console.server().routes();
        assertThat(routes).hasSizeGreaterThan(20);
        for (Route route : routes) {
            if (route.path().equals("/webhooks/langfuse")) {
                assertThat(status(route, null)).isEqualTo(401); // it asks for a signature
                continue;
            }
            boolean open = route.access() == Access.OPEN;
            assertThat(isRefused(status(route, null)))
                    .as("%s with nothing", route)
                    .isEqualTo(!open);
            assertThat(isRefused(status(route, "Bearer nrt_00000000_wrong")))
                    .as("%s with a wrong token", route)
                    .isEqualTo(!open);
            for (Role role : Role.values()) {
                assertThat(isRefused(status(route, "Bearer " + token(role))))
                        .as("%s as %s", route, role)
                        .isEqualTo(!role.may(route.access()));
            }
        }
    }

    @Test
    void onlyTheseRoutes_areOpen() {
        assertThat(console.server().routes().stream()
                        .filter(route -> route.access() == Access.OPEN)
                        .map(route -> route.method() + " " + route.path()))
                .containsExactlyInAnyOrder(
                        "GET /health",
                        "GET /login",
                        "GET /login.css",
                        "POST /login",
                        "POST /logout",
                        "GET /web/<path>",
                        "GET /lib/<path>",
                        "POST /webhooks/langfuse");
    }

    @Test
    void viewers_changeNothing_andApplicationsReadNothing() {
        for (Route route : console.server().routes()) {
            if (route.access() != Access.OPEN) {
                assertThat(Role.VIEWER.may(route.access()) && route.isUnsafe())
                        .as(route.toString())
                        .isFalse();
                assertThat(Role.INGEST.may(route.access()) && !route.isUnsafe())
                        .as(route.toString())
                        .isFalse();
            }
        }
    }

    @Test
    void noAnswer_tellsContents_withoutARole() {
        for (Route route : console.server().routes()) {
            HttpResponse<String> answer = send(route, null);
            assertThat(answer.body()).as(route.toString()).doesNotContain("tale", "chap-12");
        }
    }

    @Test
    void revokedToken_isRefusedAtOnce() {
        String token = token(Role.VIEWER);
        assertThat(asked("/api/v1/traces", "Authorization", "Bearer " + token).statusCode())
                .isEqualTo(200);
        String id = token.substring(4, 12);
        new TokenStore(RunningConsole.data(traces).path(), Clock.systemUTC()).revoke(id);
        HttpResponse<String> refused = asked("/api/v1/traces", "Authorization", "Bearer " + token);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).isPresent();
    }

    @Test
    void manyWrongTokens_haveToWait() {
        int last = 0;
        for (int i = 0; i < 30; i++) {
            last = asked("/api/v1/traces", "Authorization", "Bearer nrt_00000000_" + i)
                    .statusCode();
        }
        assertThat(last).isEqualTo(429);
        assertThat(asked("/api/v1/traces", "Authorization", "Bearer " + token(Role.VIEWER))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void hostsThatAreNotOurs_areRefused() throws IOException {
        assertThat(rawStatus("Host: evil.example")).isEqualTo(421);
        assertThat(rawStatus("Host: 127.0.0.1.evil.example:" + console.port())).isEqualTo(421);
        assertThat(rawStatus("Host: console.example")).isEqualTo(200);
        assertThat(rawStatus("Host: localhost:" + console.port())).isEqualTo(200);
        assertThat(rawStatus("Host: [::1]:" + console.port())).isEqualTo(200);
    }

    @Test
    void pagesOfOtherSites_areRefused() throws IOException {
        String host = "Host: 127.0.0.1:" + console.port();
        assertThat(rawStatus(host + "\r\nOrigin: http://evil.example")).isEqualTo(403);
        assertThat(rawStatus(host + "\r\nOrigin: null")).isEqualTo(403);
        assertThat(rawStatus(host + "\r\nOrigin: http://127.0.0.1:1")).isEqualTo(403);
        assertThat(rawStatus(host + "\r\nSec-Fetch-Site: cross-site")).isEqualTo(403);
        assertThat(rawStatus(host + "\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors"))
                .isEqualTo(403);
        assertThat(rawStatus(host + "\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate"))
                .isEqualTo(200);
        assertThat(rawStatus(host + "\r\nOrigin: https://console.example")).isEqualTo(200);
        assertThat(rawStatus(host + "\r\nOrigin: http://127.0.0.1:" + console.port()))
                .isEqualTo(200);
    }

    @Test
    void everyAnswer_tellsBrowsersWhatTheyMayNot() {
        for (String path : List.of("/health", "/login", "/api/v1/traces", "/nothing")) {
            HttpResponse<String> answer = console.get(path);
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.headers().firstValue("Server")).isEmpty();
        }
    }

    @Test
    void headRequests_tellNothing() {
        HttpResponse<String> there = head("/api/v1/traces/" + TRACE);
        HttpResponse<String> missing = head("/api/v1/traces/" + "f".repeat(32));
        assertThat(there.body()).isEmpty();
        assertThat(there.statusCode()).isEqualTo(missing.statusCode());
        assertThat(there.headers().map().keySet())
                .isEqualTo(missing.headers().map().keySet());
        assertThat(there.headers().firstValue("Content-Length"))
                .isEqualTo(missing.headers().firstValue("Content-Length"));
    }

    private HttpResponse<String> head(String path) {
        return console.send(
                console.request(path).method("HEAD", BodyPublishers.noBody()).build());
    }

    @Test
    void browsers_areSentToTheLogin() {
        HttpResponse<String> answer = asked("/api/v1/traces", "Accept", "text/html,*/*");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/login");
    }

    @Test
    void login_opensASession_thatHasToProveItsChanges() {
        String cookie = login(token(Role.EDITOR));
        HttpResponse<String> me = asked("/api/v1/me", "Cookie", cookie);
        assertThat(me.body()).contains("\"role\":\"editor\"");
        Matcher csrf = Pattern.compile("\"csrf\":\"([^\"]+)\"").matcher(me.body());
        assertThat(csrf.find()).isTrue();
        RunningConsole.await(
                "trace",
                () -> asked("/api/v1/traces/" + TRACE, "Cookie", cookie).statusCode() == 200
                        ? Optional.of(true)
                        : Optional.empty());

        HttpRequest.Builder score = console.request("/api/v1/scores")
                .header("Content-Type", "application/json")
                .header("Cookie", cookie)
                .POST(BodyPublishers.ofString("{\"traceId\":\"" + TRACE + "\",\"name\":\"good\",\"value\":1}"));
        assertThat(console.send(score.copy().build()).statusCode()).isEqualTo(403);
        assertThat(console.send(score.copy().header("X-CSRF-Token", "wrong").build())
                        .statusCode())
                .isEqualTo(403);
        assertThat(console.send(score.copy()
                                .header("X-CSRF-Token", csrf.group(1))
                                .build())
                        .statusCode())
                .isEqualTo(201);

        console.send(console.request("/logout")
                .header("Cookie", cookie)
                .POST(BodyPublishers.noBody())
                .build());
        assertThat(asked("/api/v1/me", "Cookie", cookie).statusCode()).isEqualTo(401);
    }

    @Test
    void login_takesOnlyItsOwnForm_andRightTokens() {
        HttpResponse<String> page = console.get("/login");
        String cookie = cookie(page, "narrative_login");
        assertThat(postLogin("", "x", token(Role.ADMIN)).statusCode()).isEqualTo(403);
        assertThat(postLogin(cookie, "x", token(Role.ADMIN)).statusCode()).isEqualTo(403);
        HttpResponse<String> wrong = postLogin(cookie, proof(page), "nrt_00000000_\"><script>");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).contains("unknown, expired or revoked").doesNotContain("<script");
    }

    @Test
    void sessions_endWithTheirToken() {
        String token = token(Role.VIEWER);
        String cookie = login(token);
        assertThat(asked("/api/v1/me", "Cookie", cookie).statusCode()).isEqualTo(200);
        new TokenStore(RunningConsole.data(traces).path(), Clock.systemUTC()).revoke(token.substring(4, 12));
        assertThat(asked("/api/v1/me", "Cookie", cookie).statusCode()).isEqualTo(401);
    }

    @Test
    void readingAndChanging_isWrittenDown() {
        String viewer = "Bearer " + token(Role.VIEWER);
        asked("/api/v1/traces/" + TRACE, "Authorization", viewer);
        asked("/api/v1/traces?text=tale", "Authorization", viewer);
        asked("/api/v1/traces", "Authorization", viewer);
        asked("/api/v1/audit", "Authorization", viewer);
        HttpResponse<String> log = asked("/api/v1/audit", "Authorization", "Bearer " + token(Role.ADMIN));
        assertThat(log.body())
                .contains("\"what\":\"GET /api/v1/traces/" + TRACE + "\"")
                .contains("\"what\":\"GET /api/v1/traces?text=tale\"")
                .contains("\"role\":\"viewer\"")
                .contains("\"what\":\"GET /api/v1/audit\",\"status\":403")
                .doesNotContain("\"what\":\"GET /api/v1/traces\"");
    }

    @Test
    void anyOtherAddress_needsTokens(@TempDir Path empty) {
        ServerOptions options = new ServerOptions(
                "0.0.0.0",
                0,
                false,
                false,
                List.of(),
                empty,
                ArtifactCopies.beside(List.of(empty)),
                WaitingRequests.beside(List.of(empty)),
                new HeldTraces(List.of(empty)),
                empty,
                null,
                PriceTable.builtIn());
        assertThatThrownBy(() -> ConsoleServer.start(
                        options,
                        () -> {
                            throw new AssertionError("not opened before that");
                        },
                        Clock.systemUTC()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("narrative token create");
    }

    private String token(Role role) {
        return Objects.requireNonNull(tokens.get(role));
    }

    private static boolean isRefused(int status) {
        assertThat(status).isLessThan(500);
        return status == 401 || status == 403 || status == 429;
    }

    private int status(Route route, @Nullable String authorization) {
        if (route.path().equals("/api/v1/events")) {
            return streamStatus(authorization);
        }
        return send(route, authorization).statusCode();
    }

    /** A stream does not end; its status is enough. */
    private int streamStatus(@Nullable String authorization) {
        HttpResponse<InputStream> answer =
                console.send(request("/api/v1/events", authorization).build(), BodyHandlers.ofInputStream());
        try {
            answer.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer.statusCode();
    }

    private HttpResponse<String> send(Route route, @Nullable String authorization) {
        String path = route.path()
                .replace("{traceId}", TRACE)
                .replace("{otherId}", TRACE)
                .replace("{spanId}", "0000000000000001")
                .replace("{sessionId}", "chap-12")
                .replace("{executionId}", TRACE)
                .replace("{stored}", "0".repeat(64))
                .replace("{tokenId}", "00000000")
                .replace("{storyId}", "river")
                .replace("{userId}", "ada")
                .replace("<path>", "app.js");
        assertThat(path).doesNotContain("{");
        HttpRequest.Builder request = request(path, authorization);
        if (route.isUnsafe() && !route.path().startsWith("/login")) {
            request.header("Content-Type", "application/json");
        }
        if (route.path().equals("/login") && route.isUnsafe()) {
            // Its own refusal, of a form that it did not give, has a test of its own.
            request = request("/login", authorization);
            return console.send(request.build());
        }
        return console.send(request.method(
                        route.method(), route.isUnsafe() ? BodyPublishers.ofString("{}") : BodyPublishers.noBody())
                .build());
    }

    private HttpRequest.Builder request(String path, @Nullable String authorization) {
        HttpRequest.Builder request = console.request(path);
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    private HttpResponse<String> asked(String path, String header, String value) {
        return console.send(console.request(path).header(header, value).build());
    }

    private String login(@Nullable String token) {
        HttpResponse<String> page = console.get("/login");
        HttpResponse<String> answer = postLogin(cookie(page, "narrative_login"), proof(page), String.valueOf(token));
        assertThat(answer.statusCode()).isEqualTo(303);
        String set = String.join("\n", answer.headers().allValues("Set-Cookie"));
        assertThat(set).contains("HttpOnly", "SameSite=Strict", "Path=/");
        return cookie(answer, "narrative_session");
    }

    private HttpResponse<String> postLogin(String cookie, String proof, @Nullable String token) {
        String form = "proof=" + URLEncoder.encode(proof, StandardCharsets.UTF_8) + "&token="
                + URLEncoder.encode(String.valueOf(token), StandardCharsets.UTF_8);
        HttpRequest.Builder request = console.request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        return console.send((cookie.isEmpty() ? request : request.header("Cookie", cookie)).build());
    }

    private static String proof(HttpResponse<String> page) {
        Matcher matcher = PROOF.matcher(page.body());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static String cookie(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }

    /** The JDK's client writes these headers itself. */
    private int rawStatus(String headers) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), console.port()));
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write(("GET /health HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.substring(9, 12));
        }
    }
}
