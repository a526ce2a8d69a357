package dev.narrative.benchmarks.experiments;

import dev.narrative.benchmarks.run.Forks;
import dev.narrative.benchmarks.run.Layout;
import dev.narrative.benchmarks.run.LoadProcess;
import dev.narrative.benchmarks.run.SinkProcess;
import java.nio.file.Path;
import java.util.List;

/** What every experiment works with; ends the helpers' processes when closed. */
public record Stage(Forks forks, SinkProcess sink, LoadProcess load, Effort effort) implements AutoCloseable {

    public static Stage open(Layout layout, Effort effort) {
        Forks forks = new Forks(layout);
        return new Stage(forks, new SinkProcess(forks), new LoadProcess(forks), effort);
    }

    List<String> flags(Contestant contestant, Tracing tracing, Path run) {
        return contestant.flags(tracing, forks.layout(), run);
    }

    @Override
    public void close() {
        load.close();
        sink.close();
    }
}
