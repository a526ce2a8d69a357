package dev.narrative.testing.agent.lifecycle;

import java.io.File;
import java.lang.reflect.Method;
import java.util.concurrent.locks.LockSupport;

/** Calls the same methods over and over until a file of the name {@code stop} lies in the working directory. */
final class LoopProgram {
    private LoopProgram() {}

    /** @param args the name of a class whose method {@code run} is called too, or nothing */
    public static void main(String[] args) throws ReflectiveOperationException {
        Method other = args.length == 0 ? null : Class.forName(args[0]).getMethod("run");
        System.out.println("running");
        File stop = new File("stop");
        for (long i = 0; !stop.exists(); i++) {
            first(i);
            second("round " + i);
            if (other != null) {
                other.invoke(null);
            }
            LockSupport.parkNanos(2_000_000);
        }
        System.out.println("done");
    }

    static long first(long number) {
        return number + 1;
    }

    static void second(String name) {}
}
