package dev.narrative.export.langfuse;

import dev.narrative.core.export.DestinationCounters;
import dev.narrative.model.Attributes;
import dev.narrative.model.Resource;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Prints nanoseconds of CPU and bytes of garbage for a span on its way to Langfuse: mapped alone, and as its part of a
 * finished request. Traces have eleven spans; run by {@code make bench-export}.
 */
final class MappingSpeed {
    private static final int TRACES = 180;
    private static final int CHILDREN = 10;
    private static final int SPANS = TRACES * (1 + CHILDREN);
    private static final int ROUNDS = 15;
    private static final int BATCHES = 40;

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private MappingSpeed() {}

    public static void main(String[] args) {
        run("methods", traces(false));
        run("model calls", traces(true));
    }

    private static void run(String what, List<TestSpan> batch) {
        LangfuseMapping mapping = new LangfuseMapping(ProcessFields.NONE);
        TraceMemory traces = new TraceMemory();
        measure(what + ", mapped", () -> {
            for (TestSpan span : batch) {
                mapping.map(span, traces.of(span), true);
            }
        });
        DestinationCounters counters = new DestinationCounters();
        Resource process = new Resource("shop", new Attributes());
        LangfuseRequests requests = new LangfuseRequests(
                new SpanSelection.All(),
                ProcessFields.NONE,
                new TraceRequests(process, counters, TraceRequests.LARGEST),
                counters);
        measure(what + ", as a request, gzipped", () -> requests.offer(batch, request -> {}));
    }

    private static void measure(String what, Runnable batch) {
        long[] nanos = new long[ROUNDS];
        long garbage = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long allocated = THREADS.getCurrentThreadAllocatedBytes();
            long start = THREADS.getCurrentThreadCpuTime();
            for (int i = 0; i < BATCHES; i++) {
                batch.run();
            }
            nanos[round] = (THREADS.getCurrentThreadCpuTime() - start) / (BATCHES * SPANS);
            garbage = (THREADS.getCurrentThreadAllocatedBytes() - allocated) / (BATCHES * SPANS);
        }
        Arrays.sort(nanos);
        long median = nanos[ROUNDS / 2];
        System.out.printf(
                "%s: %d ns (%d to %d), %d B of garbage per span; %.1f %% of a core at 20,000 spans/s%n",
                what, median, nanos[0], nanos[ROUNDS - 1], garbage, median * 20_000 / 1e7);
    }

    private static List<TestSpan> traces(boolean isModelCall) {
        List<TestSpan> spans = new ArrayList<>();
        for (int trace = 0; trace < TRACES; trace++) {
            long rootId = 1 + (long) trace * (1 + CHILDREN);
            TestSpan root = typical(TestSpan.root(rootId)).named("POST /chat");
            for (int child = 1; child <= CHILDREN; child++) {
                TestSpan span = typical(TestSpan.child(rootId + child, rootId)).within(root);
                spans.add(isModelCall ? modelCall(span) : span);
            }
            spans.add(root);
        }
        return spans;
    }

    private static TestSpan typical(TestSpan span) {
        return span.method()
                .with("session.id", "5f2c8a91-session")
                .with("user.id", "ada")
                .with("narrative.story.id", "story-2026-08")
                .with("narrative.trace.id", "0123456789abcdeffedcba9876543210")
                .with("code.function.name", "com.shop.OrderService.place")
                .with("order.id", 4711L)
                .with("thread.name", "http-nio-8080-exec-3");
    }

    private static TestSpan modelCall(TestSpan span) {
        String said = "The river keeps its own time, and the bridge keeps the river's. ".repeat(15);
        return span.with("gen_ai.operation.name", "chat")
                .with("gen_ai.provider.name", "openai")
                .with("gen_ai.request.model", "gpt-4o")
                .with("gen_ai.response.model", "gpt-4o-2024-08-06")
                .with("gen_ai.response.id", "chatcmpl-0123456789")
                .with("gen_ai.request.temperature", 0.2)
                .with("gen_ai.request.max_tokens", 1_024L)
                .with("gen_ai.usage.input_tokens", 900L)
                .with("gen_ai.usage.output_tokens", 250L)
                .with("gen_ai.response.time_to_first_chunk", 0.25)
                .with("narrative.cost.input", 0.00225)
                .with("narrative.cost.output", 0.0025)
                .with("narrative.cost.total", 0.00475)
                .with("gen_ai.input.messages", message("user", said))
                .with("gen_ai.output.messages", message("assistant", said));
    }

    private static String message(String role, String text) {
        return "[{\"role\":\"" + role + "\",\"parts\":[{\"type\":\"text\",\"content\":\"" + text + "\"}]}]";
    }
}
