package dev.narrative.core.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.boot.Contexts;
import dev.narrative.boot.Deadline;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AgentThreadsTest {
    @Test
    void threads_areDaemons_apartFromTheApplication() throws Exception {
        AtomicReference<@Nullable Object> context = new AtomicReference<>();
        AtomicBoolean agents = new AtomicBoolean();
        Contexts.attach("application");
        Thread thread = AgentThreads.create("test", () -> {
            context.set(Contexts.current());
            agents.set(AgentThreads.isCurrent());
        });
        Contexts.restore(null);

        assertThat(thread.isDaemon()).isTrue();
        assertThat(thread.getContextClassLoader()).isNull();
        assertThat(thread.getName()).isEqualTo("narrative-test");
        thread.start();
        Deadline.join(thread);
        assertThat(context.get()).isNull();
        assertThat(agents).isTrue();
        assertThat(AgentThreads.isCurrent()).isFalse();
    }
}
