package dev.narrative.instrumentation.narrative.api;

import static net.bytebuddy.matcher.ElementMatchers.named;

import dev.narrative.api.spi.Recorder;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import java.util.List;
import net.bytebuddy.asm.Advice;

/** The one method through which all calls of the API go: it returns the agent's recorder instead of the idle one. */
final class AgentLinkInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("dev.narrative.api.AgentLink");
    }

    @Override
    public List<String> needs() {
        return List.of("dev.narrative.api.spi.Recorder", "dev.narrative.api.Generation", "dev.narrative.api.Score");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(named("recorder"), RecorderAdvice.class);
    }

    public static final class RecorderAdvice {
        private RecorderAdvice() {}

        @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
        @Advice.AssignReturned.ToReturned
        public static Recorder exit() {
            return SpanRecorder.INSTANCE;
        }
    }
}
