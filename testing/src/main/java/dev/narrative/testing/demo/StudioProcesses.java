package dev.narrative.testing.demo;

import dev.narrative.testing.ForkedJvm;
import dev.narrative.testing.ForkedJvmBuilder;
import dev.narrative.testing.Installation;
import dev.narrative.testing.model.StubModelServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The story studio at work: a stub model in this JVM, {@code analyst} and {@code studio} in JVMs of their own. */
public final class StudioProcesses implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final StubModelServer model = StubModelServer.start().usingTools();
    private final List<ForkedJvm> services = new ArrayList<>();
    private final @Nullable Path journal;
    private final Map<String, String> settings;
    private final URI studio;

    private StudioProcesses(@Nullable Path journal, Storyteller storyteller, Map<String, String> settings) {
        this.journal = journal;
        this.settings = Map.copyOf(settings);
        try {
            int analyst = launch("analyst", "studio.model.url", model.url(), "0", storyteller.argument());
            this.studio = local(launch("studio", "studio.analyst.url", local(analyst)));
        } catch (RuntimeException | AssertionError e) {
            close();
            throw e;
        }
    }

    /** Starts everything under the agent, which writes to this journal. */
    public static StudioProcesses traced(Path journalDirectory, Storyteller storyteller) {
        return traced(journalDirectory, storyteller, Map.of());
    }

    /** As {@link #traced(Path, Storyteller)}, with settings that go before those of the studio's file. */
    public static StudioProcesses traced(Path journalDirectory, Storyteller storyteller, Map<String, String> settings) {
        return new StudioProcesses(journalDirectory, storyteller, settings);
    }

    /** Starts everything without the agent. */
    public static StudioProcesses plain(Storyteller storyteller) {
        return new StudioProcesses(null, storyteller, Map.of());
    }

    /** Where the front listens. */
    public URI studio() {
        return studio;
    }

    /** The model server that the analyst asks. */
    public StubModelServer model() {
        return model;
    }

    /** What the services have written to stderr, the agent's messages among it. */
    public List<String> stderr() {
        return services.stream().flatMap(jvm -> jvm.stderr().stream()).toList();
    }

    /** Ends the services as an operator would, so that nothing is lost; the front first. */
    public void stop() {
        for (int i = services.size() - 1; i >= 0; i--) {
            services.get(i).stop(STOP);
        }
    }

    @Override
    public void close() {
        services.forEach(ForkedJvm::close);
        model.close();
    }

    private int launch(String name, String urlProperty, URI url, String... more) {
        ForkedJvmBuilder jvm = ForkedJvm.builder()
                .usualJvm()
                .jar(Installation.studioJar())
                .args(name)
                .args(more)
                .systemProperty(urlProperty, url.toString());
        if (journal != null) {
            jvm.agent()
                    .agentProperties(Installation.root().resolve("testapp/narrative-agent.properties"))
                    .systemProperty("narrative.service.name", name)
                    .systemProperty("narrative.journal.dir", journal.toString());
            settings.forEach(jvm::systemProperty);
        }
        ForkedJvm service = jvm.start();
        services.add(service);
        return service.awaitPort(name, START);
    }

    private static URI local(int port) {
        return URI.create("http://localhost:" + port);
    }
}
