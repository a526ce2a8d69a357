package dev.narrative.testing.agent.safety;

import dev.narrative.testing.agent.Steps;
import java.io.File;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.LogManager;
import javax.management.MBeanServerBuilder;
import javax.management.MBeanServerFactory;

/** Installs its own parts of the JDK as application servers do, in its main method, and prints which ones it got. */
final class StartProgram implements Callable<String> {
    private StartProgram() {}

    /** @param args the name of a file to wait for before anything is installed, or nothing */
    public static void main(String[] args) {
        Steps.mark("main began");
        while (args.length > 0 && !new File(args[0]).exists()) {
            LockSupport.parkNanos(10_000_000);
        }
        System.setProperty("java.util.logging.manager", OwnLogManager.class.getName());
        System.setProperty("javax.management.builder.initial", OwnBuilder.class.getName());
        System.out.println(
                "log manager " + LogManager.getLogManager().getClass().getSimpleName());
        MBeanServerFactory.newMBeanServer();
        System.out.println("builders " + OwnBuilder.made);
        FileSystem files = FileSystems.getDefault();
        System.out.println("file system " + files.provider().getClass().getSimpleName());
    }

    @Override
    public String call() {
        return "";
    }

    /** Public, since the JDK makes it by name. */
    public static final class OwnLogManager extends LogManager {}

    /** Public, since the JDK makes it by name. */
    public static final class OwnBuilder extends MBeanServerBuilder {
        static int made;

        public OwnBuilder() {
            made++;
        }
    }
}
