package dev.narrative.console.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;

/** {@code java -jar narrative.jar …}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        WarmUp.begin(args);
        Map<String, String> environment = System.getenv();
        Terminal terminal = TerminalProbe.probe(environment);
        PrintWriter out = writer(FileDescriptor.out, terminal);
        PrintWriter err = writer(FileDescriptor.err, terminal);
        Interruption interruption = Interruption.ofProcess();
        Shell shell = new Shell(out, err, terminal, Clock.system(ZoneId.systemDefault()), environment, interruption);
        int exitCode = new NarrativeCommandLine(shell).run(args);
        out.flush();
        err.flush();
        interruption.over();
        System.exit(exitCode);
    }

    /** A terminal is written to in its encoding, all else in UTF-8. */
    private static PrintWriter writer(FileDescriptor descriptor, Terminal terminal) {
        Charset charset = terminal.ascii() ? StandardCharsets.US_ASCII : StandardCharsets.UTF_8;
        return new PrintWriter(new BufferedWriter(new OutputStreamWriter(new FileOutputStream(descriptor), charset)));
    }
}
