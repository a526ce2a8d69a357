package dev.narrative.console.store.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked from the jar that Maven brings for this system, else those on the PATH. They refuse
 * to be run by root; then they are run as nobody.
 */
final class PostgresPrograms {
    static final int NOBODY = 65_534;

    private static final int SECONDS = 120;

    private final String bin;
    private final List<String> prefix;

    private PostgresPrograms(String bin, List<String> prefix) {
        this.bin = bin;
        this.prefix = prefix;
    }

    static PostgresPrograms unpack(Path directory) throws IOException, InterruptedException {
        String resource = resource();
        try (InputStream in = PostgresPrograms.class.getResourceAsStream(resource)) {
            if (in == null) {
                if (!succeeds(List.of("postgres", "--version"))) {
                    throw new IOException("these tests need PostgreSQL: " + resource
                            + " is on no class path, and there is no postgres on the PATH");
                }
                return new PostgresPrograms("", prefix());
            }
            Process tar = new ProcessBuilder("tar", "-x", "-C", directory.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (OutputStream out = tar.getOutputStream();
                    InputStream unpacked = new XZInputStream(in)) {
                unpacked.transferTo(out);
            }
            if (!tar.waitFor(SECONDS, TimeUnit.SECONDS) || tar.exitValue() != 0) {
                throw new IOException("tar could not unpack " + resource + " into " + directory);
            }
        }
        return new PostgresPrograms(directory.resolve("bin") + "/", prefix());
    }

    /** A directory that belongs to whoever runs the programs, and to nobody else. */
    Path ownDirectory(Path directory) throws IOException {
        Path own = Files.createDirectory(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        if (prefix.contains("setpriv")) {
            Files.setAttribute(own, "unix:uid", NOBODY);
        }
        return own;
    }

    ProcessBuilder command(String program, String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(bin + program);
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    void run(Path log, String program, String... arguments) throws IOException, InterruptedException {
        Process process = command(program, arguments)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(program + " failed:\n" + Files.readString(log));
        }
    }

    private static String resource() {
        boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        return "/postgres-" + (mac ? "darwin" : "linux") + "-" + (arm ? "arm_64" : "x86_64") + ".txz";
    }

    private static List<String> prefix() throws IOException, InterruptedException {
        if (!System.getProperty("user.name").equals("root")) {
            return List.of();
        }
        for (List<String> prefix : List.of(
                List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"),
                List.of("unshare", "-U"))) {
            List<String> probe = new ArrayList<>(prefix);
            probe.add("true");
            if (succeeds(probe)) {
                return prefix;
            }
        }
        throw new IOException("PostgreSQL refuses to run as root, and neither setpriv nor unshare (of util-linux) can"
                + " run it as somebody else; run these tests as another user");
    }

    private static boolean succeeds(List<String> command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
