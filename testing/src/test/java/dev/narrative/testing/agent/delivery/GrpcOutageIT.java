package dev.narrative.testing.agent.delivery;

import static dev.narrative.testing.agent.delivery.Deliveries.ids;
import static dev.narrative.testing.agent.delivery.Deliveries.journaled;
import static dev.narrative.testing.agent.delivery.Deliveries.missing;
import static dev.narrative.testing.agent.delivery.Deliveries.spooled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.ForkedJvm;
import dev.narrative.testing.JvmResult;
import dev.narrative.testing.Poll;
import dev.narrative.testing.agent.AgentRun;
import dev.narrative.testing.agent.Steps;
import dev.narrative.testing.agent.journal.LoadProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same over gRPC: a collector that is down costs nothing, and nothing is sent twice. */
class GrpcOutageIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    @Test
    void everySpanJournaledArrives_whenTheCollectorIsBack() throws IOException {
        GrpcSink first = GrpcSink.start();
        AgentRun run = run(first);
        try (first;
                ForkedJvm jvm = run.start()) {
            goDown(first, run);
            finish(run, jvm, first, journaled(run));
        }
    }

    @Test
    void everySpanJournaledArrives_thoughTheProcessIsKilled() throws IOException {
        GrpcSink first = GrpcSink.start();
        AgentRun run = run(first);
        try (first) {
            try (ForkedJvm jvm = run.start()) {
                goDown(first, run);
                jvm.kill9();
            }
            Set<String> journaled = journaled(run);
            try (ForkedJvm next = run.start()) {
                finish(run, next, first, journaled);
            }
        }
    }

    private AgentRun run(GrpcSink sink) {
        return AgentRun.in(directory)
                .properties(Steps.RULES + """
                        narrative.exporters = journal, otlp
                        narrative.otlp.protocol = grpc
                        narrative.otlp.endpoint = http://localhost:%d
                        """.formatted(sink.port()))
                .program(LoadProgram.class);
    }

    /** Takes spans, then refuses them, then is not there, until requests are in the spool for either reason. */
    private static void goDown(GrpcSink sink, AgentRun run) {
        Poll.untilTrue("spans at the collector", LIMIT, () -> sink.spans().size() >= 3_000);
        sink.refuse();
        Poll.untilTrue("a request in the spool", LIMIT, () -> spooled(run) >= 1);
        sink.close();
        Poll.untilTrue("more requests in the spool", LIMIT, () -> spooled(run) >= 3);
    }

    /** The collector comes back and gets what it missed, once; the process ends well. */
    private static void finish(AgentRun run, ForkedJvm jvm, GrpcSink first, Set<String> journaled) throws IOException {
        Set<String> unsent = missing(journaled, ids(first.spans()));
        assertThat(unsent).isNotEmpty();
        try (GrpcSink second = GrpcSink.start(first.port())) {
            AtomicInteger seen = new AtomicInteger();
            Poll.untilTrue("the spans that were missed", LIMIT, () -> {
                int requests = second.requests();
                return seen.getAndSet(requests) != requests
                        && missing(unsent, ids(second.spans())).isEmpty();
            });
            Poll.untilTrue("an empty spool", LIMIT, () -> spooled(run) == 0);
            JvmResult result = jvm.stop(LIMIT);

            assertThat(result.exitCode()).isEqualTo(143);
            assertThat(AgentRun.said(result)).noneMatch(line -> line.contains("lost"));
            List<String> all = ids(second.spans());
            all.addAll(ids(first.spans()));
            assertThat(all).doesNotHaveDuplicates();
        }
    }
}
