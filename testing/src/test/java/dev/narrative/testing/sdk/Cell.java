package dev.narrative.testing.sdk;

import dev.narrative.testing.model.Answer;
import dev.narrative.testing.model.Fault;
import dev.narrative.testing.model.Quirk;
import dev.narrative.testing.model.StubModelServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One model call that an SDK makes of a scenario: what its server does, and what its span tells. */
final class Cell {
    /** What each piece of an answer says that is left. */
    static final String LEFT = "and on it goes ";

    final String scenario;
    final String span;
    final Map<String, String> attributes = new TreeMap<>();
    final List<String> said = new ArrayList<>();
    private Consumer<StubModelServer> setting = server -> {};
    private List<String> statuses = List.of("200");
    private @Nullable String failure;
    private @Nullable Double dollars;
    private boolean streamed;
    private boolean cutShort;
    private int calls = 1;
    private String host = "localhost";

    private Cell(String scenario, String span) {
        this.scenario = scenario;
        this.span = span;
    }

    /** @param span the name of the call's span */
    static Cell of(String scenario, String span) {
        return new Cell(scenario, span);
    }

    Cell answer(Answer answer) {
        return setting(server -> server.next(answer));
    }

    /** So many requests are refused before one is not. */
    Cell refused(int requests) {
        return setting(server -> server.fault(Fault.RATE_LIMIT, requests));
    }

    /** The server finds each request to be wrong. */
    Cell denied() {
        return setting(server -> server.fault(Fault.BAD_REQUEST));
    }

    Cell quirks(Quirk... quirks) {
        return setting(server -> server.quirks(quirks));
    }

    /** The server is known by a name of its own; see {@link SdkContract#HOSTS}. */
    Cell at(String name) {
        host = name;
        return this;
    }

    /** The server speaks Mistral's format. */
    Cell mistral() {
        return setting(StubModelServer::mistral);
    }

    private Cell setting(Consumer<StubModelServer> more) {
        setting = setting.andThen(more);
        return this;
    }

    Cell tells(String attribute, Object value) {
        attributes.put(attribute, String.valueOf(value));
        return this;
    }

    /** The tokens that the span tells, cached ones among the input and reasoning among the output. */
    Cell tokens(long input, long output) {
        return tells("gen_ai.usage.input_tokens", input).tells("gen_ai.usage.output_tokens", output);
    }

    /** What stands in the message that the model gave. */
    Cell says(String... fragments) {
        said.addAll(List.of(fragments));
        return this;
    }

    Cell costs(double expected) {
        dollars = expected;
        return this;
    }

    Cell streams() {
        streamed = true;
        return tells("gen_ai.request.stream", true);
    }

    /**
     * The application wants no more after the first piece: how much came until then is up to chance. The answer goes on
     * for long, so that it is not at its end before a slow machine gets to leave it.
     */
    Cell left() {
        cutShort = true;
        setting(server -> server.pace(Duration.ofMillis(20)).next(Answer.huge(1_000, LEFT.length())));
        return streams().tells("narrative.cancelled", true);
    }

    /** The stream breaks off, or ends with an error. */
    Cell breaks(Fault fault) {
        cutShort = true;
        setting(server -> server.fault(fault));
        return streams();
    }

    /** Nobody listens where the requests go. */
    Cell unreachable() {
        return setting(StubModelServer::close).requests("null", "null");
    }

    /** The SDK makes further calls by itself; this is about the first. */
    Cell firstOf(int number) {
        calls = number;
        return this;
    }

    /** The HTTP requests that are made, by the status of their answers. */
    Cell requests(String... expected) {
        statuses = List.of(expected);
        return this;
    }

    Cell fails(String type, String message) {
        failure = message;
        return tells("error.type", type);
    }

    StubModelServer start() {
        StubModelServer server = StubModelServer.start();
        setting.accept(server);
        return server;
    }

    String url(StubModelServer server) {
        return "http://" + host + ":" + server.port();
    }

    List<String> statuses() {
        return statuses;
    }

    @Nullable
    String failure() {
        return failure;
    }

    @Nullable
    Double dollars() {
        return dollars;
    }

    int calls() {
        return calls;
    }

    boolean isCutShort() {
        return cutShort;
    }

    boolean isStreamed() {
        return streamed;
    }

    @Override
    public String toString() {
        return scenario;
    }
}
