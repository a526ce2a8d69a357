package dev.narrative.instrumentation.mdc;

import dev.narrative.core.weaving.InstrumentationModule;
import dev.narrative.core.weaving.TypeInstrumentation;
import java.util.List;

/** What an application puts into its diagnostic context, for {@code narrative.session.from=mdc:…} and its like. */
public final class MdcInstrumentationModule implements InstrumentationModule {
    @Override
    public String name() {
        return "mdc";
    }

    @Override
    public List<TypeInstrumentation> types() {
        return List.of(new ContextInstrumentation());
    }
}
