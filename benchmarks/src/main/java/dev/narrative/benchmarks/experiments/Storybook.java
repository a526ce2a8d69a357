package dev.narrative.benchmarks.experiments;

import dev.narrative.benchmarks.run.JavaProcess;
import dev.narrative.benchmarks.web.StoryShelf;
import dev.narrative.benchmarks.web.StoryTeller;
import dev.narrative.benchmarks.web.WebApplication;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** The web application as a contestant runs it: two of its methods are named by rules. */
final class Storybook {
    static final String PAGE = "/stories/42";

    /** The server's span and those of the two named methods. */
    static final int SPANS_PER_REQUEST = 3;

    private static final Duration LIMIT = Duration.ofMinutes(10);

    private Storybook() {}

    static JavaProcess start(String experiment, Contestant contestant, Stage stage) {
        Path run = stage.forks().newRun(experiment + "-" + contestant.label());
        return stage.forks()
                .full(run, LIMIT, stage.flags(contestant, tracing(stage.sink().address()), run), WebApplication.class);
    }

    private static Tracing tracing(URI sink) {
        return Tracing.toSink(
                sink, Tracing.Method.of(StoryTeller.class, "tell"), Tracing.Method.of(StoryShelf.class, "chapters"));
    }
}
