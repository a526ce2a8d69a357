package dev.narrative.instrumentation.apache.httpclient4;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.apache.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** Where the connections of before 4.3 write a request's body. */
final class EntitySerializerInstrumentation implements TypeInstrumentation {
    private static final int ENTITY = 2;

    @Override
    public List<String> types() {
        return List.of("org.apache.http.impl.entity.EntitySerializer");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(
                isPublic()
                        .and(named("serialize"))
                        .and(takesArguments(3))
                        .and(takesArgument(ENTITY, named("org.apache.http.HttpEntity"))),
                SerializeAdvice.class);
    }

    public static final class SerializeAdvice {
        private SerializeAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        @Advice.AssignReturned.ToArguments(@Advice.AssignReturned.ToArguments.ToArgument(ENTITY))
        public static @Nullable HttpEntity enter(@Advice.Argument(ENTITY) @Nullable HttpEntity entity) {
            return entity == null ? null : Calls.sending(entity);
        }
    }
}
