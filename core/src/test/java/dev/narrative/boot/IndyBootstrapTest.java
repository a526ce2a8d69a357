package dev.narrative.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IndyBootstrapTest {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
    private static final MethodType GREET = MethodType.methodType(String.class, String.class);

    private final List<Throwable> errors = new ArrayList<>();

    @AfterEach
    void stopListening() {
        AdviceErrors.listen(error -> {});
        IndyBootstrap.install((caller, module, advice, method, type) -> MethodHandles.empty(type));
    }

    @Test
    void linksToTheAdvice() throws Throwable {
        List<String> asked = new ArrayList<>();
        IndyBootstrap.install((caller, module, advice, method, type) -> {
            asked.add(caller.lookupClass().getSimpleName() + ' ' + module + ' ' + advice + ' ' + method);
            return LOOKUP.findStatic(IndyBootstrapTest.class, method, type);
        });

        String greeting = (String) link("greet", GREET).invokeExact("fox");

        assertThat(greeting).isEqualTo("hello fox");
        assertThat(asked).containsExactly("IndyBootstrapTest Module Advice greet");
    }

    @Test
    void linksToNothing_whenTheLinkerFails() throws Throwable {
        listen();
        IndyBootstrap.install((caller, module, advice, method, type) -> {
            throw new NoClassDefFoundError("org/library/Gone");
        });

        assertThat((Object) link("greet", GREET).invoke("fox")).isNull();
        assertThat((int) link("count", MethodType.methodType(int.class)).invokeExact())
                .isZero();
        link("act", MethodType.methodType(void.class, Object.class)).invoke("fox");

        assertThat(errors).hasSize(3).allMatch(error -> error instanceof NoClassDefFoundError);
    }

    @Test
    void linksToNothing_whenTheAdviceHasAnotherType() throws Throwable {
        listen();
        IndyBootstrap.install(
                (caller, module, advice, method, type) -> LOOKUP.findStatic(IndyBootstrapTest.class, "greet", GREET));

        CallSite site = site("greet", MethodType.methodType(String.class, String.class, int.class));

        assertThat(site.type()).isEqualTo(MethodType.methodType(String.class, String.class, int.class));
        assertThat((Object) site.dynamicInvoker().invoke("fox", 1)).isNull();
        assertThat(errors).hasSize(1);
    }

    static String greet(String name) {
        return "hello " + name;
    }

    private void listen() {
        AdviceErrors.listen(errors::add);
    }

    private static MethodHandle link(String method, MethodType type) {
        return site(method, type).dynamicInvoker();
    }

    private static CallSite site(String method, MethodType type) {
        return IndyBootstrap.link(LOOKUP, method, type, "Module", "Advice");
    }
}
