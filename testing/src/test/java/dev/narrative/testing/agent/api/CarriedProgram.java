package dev.narrative.testing.agent.api;

import dev.narrative.api.Narrative;
import dev.narrative.api.OpenSpan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;

/** Carries the context over what the agent does not know: a queue of the application's own, and another process. */
@SuppressWarnings("try") // spans that are only there
final class CarriedProgram {
    private CarriedProgram() {}

    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "send" -> send();
            case "receive" -> receive(args);
            default -> wrap(args[0].equals("virtual"));
        }
    }

    private static void send() {
        try (OpenSpan span = Narrative.start("s-7", "st-3")) {
            span.name("sender");
            new TreeMap<>(Narrative.headers()).forEach((name, value) -> System.out.println(name + "=" + value));
        }
    }

    private static void receive(String[] args) {
        Map<String, Object> headers = new TreeMap<>();
        for (int i = 1; i < args.length; i++) {
            int at = args[i].indexOf('=');
            headers.put(args[i].substring(0, at), args[i].substring(at + 1));
        }
        try (OpenSpan span = Narrative.continueFrom(headers)) {
            span.name("receiver of texts");
            Narrative.span("within").end();
        }
        Map<String, Object> bytes = new TreeMap<>();
        headers.forEach((name, value) -> bytes.put(name, ((String) value).getBytes(StandardCharsets.UTF_8)));
        try (OpenSpan span = Narrative.continueFrom(bytes)) {
            span.name("receiver of bytes");
        }
        Map<String, List<Object>> lists = new TreeMap<>();
        headers.forEach((name, value) -> lists.put(name.toUpperCase(java.util.Locale.ROOT), List.of(value)));
        try (OpenSpan span = Narrative.continueFrom(lists)) {
            span.name("receiver of lists");
        }
        try (OpenSpan span = Narrative.continueFrom(name -> (String) headers.get(name))) {
            span.name("receiver by function");
        }
    }

    /** Threads that were there before, and take what they run from a queue that no agent follows. */
    private static void wrap(boolean virtual) throws Exception {
        BlockingQueue<Runnable> queue = new ArrayBlockingQueue<>(16);
        Runnable work = () -> {
            try {
                for (int i = 0; i < 5; i++) {
                    queue.take().run();
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
        Thread worker = virtual
                ? (Thread) Thread.class
                        .getMethod("startVirtualThread", Runnable.class)
                        .invoke(null, work)
                : new Thread(work);
        if (!virtual) {
            worker.start();
        }
        List<Object> results = new ArrayList<>();
        try (OpenSpan span = Narrative.span("asking")) {
            queue.put(() -> Narrative.span("unwrapped").end());
            queue.put(Narrative.wrap(() -> Narrative.span("runnable").end()));
            Callable<String> call = Narrative.wrapCallable(() -> spanned("callable"));
            queue.put(() -> results.add(called(call)));
            Supplier<String> supplier = Narrative.wrapSupplier(() -> spanned("supplier"));
            queue.put(() -> results.add(supplier.get()));
            Function<String, String> function = Narrative.wrapFunction(CarriedProgram::spanned);
            queue.put(() -> results.add(function.apply("function")));
            worker.join();
        }
        System.out.println(results);
    }

    private static String called(Callable<String> call) {
        try {
            return call.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String spanned(String name) {
        try (OpenSpan span = Narrative.span(name)) {
            return name;
        }
    }
}
