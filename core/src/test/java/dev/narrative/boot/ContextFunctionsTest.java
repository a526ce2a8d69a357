package dev.narrative.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContextFunctionsTest {
    private final List<Object> seen = new ArrayList<>();

    @AfterEach
    void leaveAll() {
        Contexts.restore(null);
    }

    @Test
    void bind_leavesFunctionsAsTheyAre_withoutAContext() {
        Runnable run = () -> {};
        Callable<String> call = () -> "done";
        List<Callable<String>> calls = List.of(call);

        assertThat(ContextFunctions.bind(run)).isSameAs(run);
        assertThat(ContextFunctions.bind(call)).isSameAs(call);
        assertThat(ContextFunctions.bindAll(calls)).isSameAs(calls);
        assertThat(ContextFunctions.bindStage(run, "uniRunStage")).isSameAs(run);
    }

    @Test
    void bind_leavesNothingToTheJdksOwnCheck() {
        Contexts.attach("bound");

        assertThat(ContextFunctions.bind((Runnable) null)).isNull();
        assertThat(ContextFunctions.bind((Callable<String>) null)).isNull();
        assertThat(ContextFunctions.<String>bindAll(null)).isNull();
        assertThat(ContextFunctions.bindStage(null, "uniRunStage")).isNull();
    }

    @Test
    void boundRunnable_runsInItsContext_andRestoresTheCallers() {
        Runnable bound = within("bound", () -> ContextFunctions.bind(this::see));
        Contexts.attach("caller");

        bound.run();

        assertThat(seen).containsExactly("bound");
        assertThat(Contexts.current()).isEqualTo("caller");
    }

    @Test
    void boundRunnable_restoresTheCallersContext_whenTheTaskFails() {
        Runnable bound = within(
                "bound",
                () -> ContextFunctions.bind((Runnable) () -> {
                    throw new IllegalStateException("task");
                }));

        assertThatThrownBy(bound::run).isInstanceOf(IllegalStateException.class).hasMessage("task");
        assertThat(Contexts.current()).isNull();
    }

    @Test
    void boundTasks_areCalledAsTheirOwn() {
        Contexts.attach("bound");

        assertThat(ContextFunctions.bind((Runnable) new Named())).hasToString("named");
        assertThat(ContextFunctions.bind((Callable<String>) new Named())).hasToString("named");
    }

    @Test
    void bindAll_bindsEach_andKeepsOrderAndGaps() throws Exception {
        Contexts.attach("bound");

        Collection<? extends Callable<Object>> bound = ContextFunctions.bindAll(Arrays.asList(this::current, null));

        assertThat(bound).hasSize(2);
        Contexts.restore(null);
        List<Callable<Object>> calls = new ArrayList<>(bound);
        assertThat(calls.get(0).call()).isEqualTo("bound");
        assertThat(calls.get(1)).isNull();
    }

    @ParameterizedTest
    @MethodSource("stages")
    void bindStage_knowsEveryStageOfTheRunningJdk(String stage, Class<?> type) throws Exception {
        Object function = function(type);
        Contexts.attach("bound");

        Object bound = ContextFunctions.bindStage(function, stage);

        assertThat(bound).isInstanceOf(type).isNotSameAs(function);
        Contexts.attach("caller");
        Method method = theMethod(type);
        method.invoke(bound, new Object[method.getParameterCount()]);
        assertThat(seen).containsExactly("bound");
        assertThat(Contexts.current()).isEqualTo("caller");
    }

    @Test
    void bindStage_leavesAFunctionOfAnUnknownStage() {
        Contexts.attach("bound");
        Function<Object, Object> function = value -> value;

        assertThat(ContextFunctions.bindStage(function, "triApplyStage")).isSameAs(function);
    }

    /** Each {@code *Stage} method with the type of the function that it takes; those without one make no stage of it. */
    static Stream<Object[]> stages() {
        List<Object[]> stages = new ArrayList<>();
        for (Method method : CompletableFuture.class.getDeclaredMethods()) {
            for (Class<?> type : method.getParameterTypes()) {
                if (method.getName().endsWith("Stage") && isFunction(type)) {
                    stages.add(new Object[] {method.getName(), type});
                }
            }
        }
        assertThat(stages).as("stages of CompletableFuture").hasSizeGreaterThan(10);
        return stages.stream();
    }

    private static boolean isFunction(Class<?> type) {
        return type == Runnable.class || type.getPackageName().equals("java.util.function");
    }

    private static Method theMethod(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .findFirst()
                .orElseThrow();
    }

    private Object function(Class<?> type) {
        return Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    see();
                    return null;
                });
    }

    private void see() {
        seen.add(current());
    }

    private Object current() {
        Object current = Contexts.current();
        return current == null ? "nothing" : current;
    }

    private static <T> T within(Object context, java.util.function.Supplier<@Nullable T> made) {
        Object previous = Contexts.attach(context);
        try {
            T value = made.get();
            if (value == null) {
                throw new AssertionError("nothing made");
            }
            return value;
        } finally {
            Contexts.restore(previous);
        }
    }

    private static final class Named implements Runnable, Callable<String> {
        @Override
        public void run() {}

        @Override
        public String call() {
            return "";
        }

        @Override
        public String toString() {
            return "named";
        }
    }
}
