package dev.narrative.benchmarks.experiments;

import dev.narrative.benchmarks.run.JavaProcess;
import dev.narrative.benchmarks.run.SinkProcess;
import dev.narrative.benchmarks.sink.Sink;
import dev.narrative.benchmarks.workload.StreamCalls;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A process that asks for streamed answers when it is told to, and a sink of its own for its spans. */
final class StreamClient implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(20);

    /** The model's and that of the HTTP request within it. */
    private static final int SPANS_OF_A_CALL = 2;

    /** How many chunks a short answer has: enough for most of them to be like the one before, as in a long one. */
    private static final int FEW = 10;

    private final Contestant contestant;
    private final SinkProcess sink;
    private final JavaProcess process;
    private int measured;

    private StreamClient(Contestant contestant, SinkProcess sink, JavaProcess process) {
        this.contestant = contestant;
        this.sink = sink;
        this.process = process;
    }

    /** Starts the process, and has it make its first call. */
    static StreamClient start(Contestant contestant, Stage stage) {
        SinkProcess sink = new SinkProcess(stage.forks());
        Path run = stage.forks().newRun("stream-" + contestant.label());
        Tracing tracing = Tracing.toSink(sink.address());
        JavaProcess process = stage.forks()
                .sdk(
                        run,
                        LIMIT,
                        stage.flags(contestant, tracing, run),
                        StreamCalls.class,
                        stage.sink().model());
        StreamClient client = new StreamClient(contestant, sink, process);
        process.await("ready");
        client.ask("first", 1, Sink.CHUNKS);
        return client;
    }

    Contestant contestant() {
        return contestant;
    }

    void warmUpShort(int calls) {
        ask("warm", calls, FEW);
    }

    void warmUp(int calls) {
        ask("warm", calls, Sink.CHUNKS);
    }

    /** Forgets what was before, once its spans have arrived. */
    void begin() {
        if (contestant.traces()) {
            sink.settle();
        }
        sink.reset();
        ask("begin", 0, 0);
    }

    void measure(int calls) {
        ask("measure", calls, Sink.CHUNKS);
        measured += calls;
    }

    Map<String, Double> end() {
        ask("end", 0, 0);
        process.answer("quit");
        process.awaitEnd();
        Map<String, Double> figures = new HashMap<>();
        for (String figure : new String[] {"cpu", "cpu.mean", "thread", "first", "first.thread", "cold"}) {
            figures.put(figure, process.figure(figure));
        }
        if (contestant.traces()) {
            figures.put("lost", (double) SPANS_OF_A_CALL * measured - sink.count());
        }
        return figures;
    }

    @Override
    public void close() {
        process.close();
        sink.close();
    }

    private void ask(String what, int calls, int chunks) {
        process.answer(what + " " + calls + " " + chunks);
        process.await("ready");
    }
}
