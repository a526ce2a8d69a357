package dev.narrative.testing.langfuse;

import com.sun.net.httpserver.HttpServer;
import dev.narrative.testing.Poll;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * Langfuse's two endpoints within a test: it keeps what the real one would keep, answers what that would answer, and
 * notes as a finding whatever that would drop, change or hide without a word.
 */
public final class LangfuseStub implements AutoCloseable {
    public static final String PUBLIC_KEY = "pk-lf-test";
    public static final String SECRET_KEY = "sk-lf-test";

    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "langfuse-stub");
        thread.setDaemon(true);
        return thread;
    });
    private final Intake intake;

    private LangfuseStub(int port, boolean isVersion4) {
        intake = new Intake(isVersion4);
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.setExecutor(threads);
        http.createContext("/", intake::receive);
        http.start();
    }

    /** As version 4 takes things in. */
    public static LangfuseStub start() {
        return start(0);
    }

    /** @param port 0 for any that is free; a given one stands for a server that comes back */
    public static LangfuseStub start(int port) {
        return new LangfuseStub(port, true);
    }

    /** As version 3: an observation with one wrong field is dropped as a whole. */
    public static LangfuseStub startVersion3() {
        return new LangfuseStub(0, false);
    }

    public int port() {
        return http.getAddress().getPort();
    }

    public URI url() {
        return URI.create("http://localhost:" + port());
    }

    /** The settings that lead an agent here, as lines of its properties file. */
    public String settings() {
        return """
                narrative.langfuse.host = %s
                narrative.langfuse.public-key = %s
                narrative.langfuse.secret-key = %s
                """.formatted(url(), PUBLIC_KEY, SECRET_KEY);
    }

    /** Answers the next requests so, one each, before it goes on as usual. */
    public LangfuseStub answerNext(Fault... next) {
        intake.faults.addAll(List.of(next));
        return this;
    }

    /** Answers everything so until {@link #recover}. */
    public LangfuseStub answerAlways(Fault fault) {
        intake.always = fault;
        return this;
    }

    /** Answers as usual again. */
    public LangfuseStub recover() {
        intake.always = null;
        return this;
    }

    /** Answers 500 within the 207 to each of the next so many scores. */
    public LangfuseStub failNextScores(int events) {
        intake.scores.failNext(events);
        return this;
    }

    public List<Observation> observations() {
        return List.copyOf(intake.observations);
    }

    public Collection<StoredScore> scores() {
        return intake.scores.scores();
    }

    /** What the real one would have dropped, changed or hidden; a bridge that is right leaves none. */
    public List<String> findings() {
        return intake.findings.all();
    }

    /** The headers of every request, in lower case, in the order of arrival. */
    public List<Map<String, List<String>>> requests() {
        return List.copyOf(intake.requests);
    }

    /** The one observation of this name. */
    public Observation named(String name) {
        List<Observation> found = intake.observations.stream()
                .filter(observation -> observation.name().equals(name))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " observations are named \"" + name + "\" among "
                    + intake.observations.stream().map(Observation::name).toList());
        }
        return found.get(0);
    }

    /** The one score of this name. */
    public StoredScore score(String name) {
        List<StoredScore> found =
                scores().stream().filter(score -> score.name().equals(name)).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " scores are named \"" + name + "\" among " + scores());
        }
        return found.get(0);
    }

    /** Observations whose parent is neither here nor excused. */
    public List<Observation> orphans() {
        List<String> ids = intake.observations.stream().map(Observation::id).toList();
        return intake.observations.stream()
                .filter(observation -> !observation.isRoot() && !ids.contains(observation.parentId()))
                .toList();
    }

    /** Waits until it holds what is expected. */
    public void await(Duration timeout, Predicate<LangfuseStub> expected) {
        Poll.untilTrue("what is expected at Langfuse", timeout, () -> expected.test(this));
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
