package dev.narrative.boot;

import java.security.PrivilegedAction;
import java.util.Iterator;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Tells whether the thread that is being constructed is a pool's own worker, by who constructs it. The walk ends where
 * a task begins, since a task that itself runs on a pool may well start a thread of its own.
 */
final class PoolThreads implements Function<Stream<StackWalker.StackFrame>, Boolean> {
    private static final int FRAMES = 32;
    private static final PoolThreads ASK = new PoolThreads();
    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private PoolThreads() {}

    static boolean isBeingMade() {
        return WALKER.walk(ASK);
    }

    @Override
    public Boolean apply(Stream<StackWalker.StackFrame> frames) {
        Iterator<StackWalker.StackFrame> outwards = frames.iterator();
        for (int i = 0; i < FRAMES && outwards.hasNext(); i++) {
            StackWalker.StackFrame frame = outwards.next();
            Class<?> type = frame.getDeclaringClass();
            if (beginsTask(frame.getMethodName()) && !PrivilegedAction.class.isAssignableFrom(type)) {
                return false;
            }
            if (isPool(type)) {
                return true;
            }
        }
        return false;
    }

    private static boolean beginsTask(String method) {
        return method.startsWith("run") || method.equals("call") || method.equals("doExec") || method.equals("exec");
    }

    private static boolean isPool(Class<?> type) {
        String name = type.getName();
        return (ExecutorService.class.isAssignableFrom(type)
                        && !name.equals("java.util.concurrent.ThreadPerTaskExecutor"))
                || name.startsWith("java.util.Timer")
                || name.startsWith("jdk.internal.net.http.")
                || name.startsWith("org.eclipse.jetty.util.thread.");
    }
}
