package dev.narrative.testing.agent.lifecycle;

import dev.narrative.testing.ForkedJvm;
import dev.narrative.testing.JvmResult;
import dev.narrative.testing.Traces;
import dev.narrative.testing.agent.AgentRun;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;

/** A {@link LoopProgram} that runs. */
final class Loop implements AutoCloseable {
    static final String FIRST = "narrative.trace.first = dev.narrative.testing.agent.lifecycle.LoopProgram#first\n";
    static final String SECOND = "narrative.trace.second = dev.narrative.testing.agent.lifecycle.LoopProgram#second\n";
    static final String QUICK_RELOAD = "narrative.reload.interval = 50ms\n";
    static final Duration LIMIT = Duration.ofMinutes(1);

    private final AgentRun run;
    private final ForkedJvm jvm;

    private Loop(AgentRun run) {
        this.run = run;
        this.jvm = run.start();
        jvm.awaitLine("running", LIMIT);
    }

    static Loop start(AgentRun run, String... args) {
        return new Loop(run.program(LoopProgram.class, args));
    }

    ForkedJvm jvm() {
        return jvm;
    }

    /** Waits for spans of this name that began after this call. */
    void awaitNew(String name) {
        int before = count(name);
        run.await(traces -> traces.allNamed(name).size() > before + 2);
    }

    int count(String name) {
        return Traces.read(run.journal()).allNamed(name).size();
    }

    /** Lets the program come to its end. */
    JvmResult end() {
        try {
            Files.createFile(run.file().resolveSibling("stop"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return jvm.await(LIMIT).ok();
    }

    @Override
    public void close() {
        jvm.close();
    }
}
