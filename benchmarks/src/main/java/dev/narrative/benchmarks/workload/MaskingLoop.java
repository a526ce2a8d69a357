package dev.narrative.benchmarks.workload;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Masks texts in turn, and tells what a character of each costs: in prose, in JSON, and in the worst of those that are
 * made to be slow. Of all passes the fastest counts, since whatever else the machine does only adds to the time.
 *
 * <p>Arguments: Narrative's jar, passes over all texts, of which the first third warms up.
 */
public final class MaskingLoop {
    private final MethodHandle mask;
    private final double[] nanos = new double[MaskingText.ALL.size()];
    private long masked;

    private MaskingLoop(MethodHandle mask) {
        this.mask = mask;
        Arrays.fill(nanos, Double.MAX_VALUE);
    }

    public static void main(String[] args) throws Throwable {
        try (AgentClasses classes = new AgentClasses(Path.of(args[0]))) {
            MaskingLoop loop = new MaskingLoop(mask(classes));
            loop.repeat(Integer.parseInt(args[1]));
            loop.tell();
        }
    }

    private static MethodHandle mask(ClassLoader classes) throws ReflectiveOperationException {
        Class<?> masking = classes.loadClass("dev.narrative.model.masking.Masking");
        return MethodHandles.publicLookup()
                .findStatic(masking, "mask", MethodType.methodType(String.class, String.class));
    }

    private void repeat(int passes) throws Throwable {
        for (int pass = 0; pass < passes; pass++) {
            for (int i = 0; i < nanos.length; i++) {
                String text = MaskingText.ALL.get(i).text();
                long begun = System.nanoTime();
                masked += ((String) mask.invokeExact(text)).length();
                double each = (double) (System.nanoTime() - begun) / text.length();
                if (pass >= passes / 3) {
                    nanos[i] = Math.min(nanos[i], each);
                }
            }
        }
    }

    private void tell() {
        Conversation conversation = new Conversation();
        int worst = -1;
        for (int i = 0; i < nanos.length; i++) {
            MaskingText text = MaskingText.ALL.get(i);
            if (!text.made()) {
                conversation.tell(text.name(), nanos[i]);
            } else if (worst < 0 || nanos[i] > nanos[worst]) {
                worst = i;
            }
        }
        conversation.tell("worst", nanos[worst]);
        conversation.tell("sum", masked);
        conversation.tell("text", MaskingText.ALL.get(worst).name());
    }
}
