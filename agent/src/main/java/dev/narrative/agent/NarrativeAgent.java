package dev.narrative.agent;

import dev.narrative.boot.AgentLoader;
import java.io.File;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.util.jar.JarFile;

/**
 * The agent's entry points. This class lives in the application's loader, so it does nearly nothing: it hands the jar to
 * the bootstrap loader and goes on behind the agent's own. It is compiled for Java 8, so that an older JVM can read the
 * one line that it prints there.
 */
public final class NarrativeAgent {
    private static final int OLDEST_JAVA = 17;

    private NarrativeAgent() {}

    /** Before the application's main method: {@code -javaagent:narrative-agent.jar[=file.properties]}. */
    public static void premain(String argument, Instrumentation instrumentation) {
        start(argument, instrumentation);
    }

    /** In a running JVM: {@code java -jar narrative-agent.jar attach <pid>}. */
    public static void agentmain(String argument, Instrumentation instrumentation) {
        start(argument, instrumentation);
    }

    /** The jar as a command: {@code check}, {@code attach}, {@code score}. */
    public static void main(String[] args) {
        if (tooOld()) {
            System.exit(1);
        }
        int exit = 1;
        try {
            // The bridge's classes are on the class path here, since this jar is all of it.
            exit = (Integer) new AgentLoader(jar())
                    .loadClass("dev.narrative.agent.Commands")
                    .getMethod("run", File.class, String[].class)
                    .invoke(null, jar(), args);
        } catch (InvocationTargetException failed) {
            say(String.valueOf(failed.getCause()));
        } catch (Exception failed) {
            say(failed.toString());
        }
        System.exit(exit);
    }

    private static void start(String argument, Instrumentation instrumentation) {
        try {
            if (tooOld() || isJdkTool()) {
                return;
            }
            if (isAttached()) {
                say("is attached already; this second one does nothing");
                return;
            }
            File jar = jar();
            instrumentation.appendToBootstrapClassLoaderSearch(new JarFile(jar));
            AgentLoader.start(jar, argument, instrumentation);
        } catch (Throwable failed) {
            say("could not start, the application runs on without it: " + failed);
        }
    }

    private static boolean isAttached() {
        try {
            Class.forName("dev.narrative.boot.AgentLoader", false, null);
            return true;
        } catch (ClassNotFoundException first) {
            return false;
        }
    }

    private static File jar() throws URISyntaxException {
        return new File(NarrativeAgent.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    /** Whether this is jps, keytool or another of the JDK's own programs, which JAVA_TOOL_OPTIONS reaches too. */
    private static boolean isJdkTool() {
        String command = System.getProperty("sun.java.command", "");
        int end = command.indexOf(' ');
        String main = end < 0 ? command : command.substring(0, end);
        return main.startsWith("jdk.") && main.indexOf('/') > 0
                || main.startsWith("java.base/")
                || main.startsWith("sun.tools.")
                || main.startsWith("com.sun.tools.");
    }

    private static boolean tooOld() {
        String version = System.getProperty("java.specification.version", "");
        int major;
        try {
            major = version.startsWith("1.") ? 8 : Integer.parseInt(version);
        } catch (NumberFormatException unknown) {
            return false;
        }
        if (major >= OLDEST_JAVA) {
            return false;
        }
        say("needs Java " + OLDEST_JAVA + " or later; this is " + version + ", so nothing is traced");
        return true;
    }

    private static void say(String message) {
        System.err.println("[narrative] " + message);
    }
}
