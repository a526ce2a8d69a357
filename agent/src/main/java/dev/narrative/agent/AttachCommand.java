package dev.narrative.agent;

import java.io.File;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** {@code attach <pid> [file.properties]}: brings the agent into a JVM that runs already. */
final class AttachCommand {
    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private AttachCommand() {}

    static int run(String[] args, File jar, PrintStream out, PrintStream err) {
        if (args.length < 1 || args.length > 2) {
            err.println("usage: java -jar narrative-agent.jar attach <pid> [file.properties]");
            return USAGE;
        }
        String pid = args[0];
        String file = args.length == 2 ? new File(args[1]).getAbsolutePath() : "";
        try {
            // The attach API is a module of the system loader's, which the agent's own does not see.
            Class<?> machines = ClassLoader.getSystemClassLoader().loadClass("com.sun.tools.attach.VirtualMachine");
            Method load = machines.getMethod("loadAgent", String.class, String.class);
            Object machine = machines.getMethod("attach", String.class).invoke(null, pid);
            try {
                load.invoke(machine, jar.getAbsolutePath(), file);
            } finally {
                machines.getMethod("detach").invoke(machine);
            }
            out.println("attached to " + pid + "; what it says stands on that process's stderr");
            return OK;
        } catch (ClassNotFoundException runtimeOnly) {
            err.println("this Java has no attach API; use a JDK, or a runtime with the module jdk.attach");
        } catch (InvocationTargetException failed) {
            err.println("cannot attach to " + pid + ": " + failed.getCause()
                    + "; is it a JVM of the same user on this machine?");
        } catch (ReflectiveOperationException failed) {
            err.println("cannot attach to " + pid + ": " + failed);
        }
        return FAILED;
    }
}
