package dev.narrative.agent.check;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options of {@code check}. */
record CheckArguments(String config, List<File> classpath) {
    static final String USAGE = """
            usage: java -jar narrative-agent.jar check --config <file.properties> --classpath <jar or directory>[%s…]
            Lists rule by rule the methods that would be traced, then those that @Traced alone names. Exit codes: 0 all
            is well, 1 problems or a rule that matches nothing, 2 wrong usage, 3 a file is missing.""".formatted(File.pathSeparator);

    /**
     * Reads the options.
     *
     * @throws IllegalArgumentException when they are wrong; the message says how
     */
    static CheckArguments parse(String[] args) {
        String config = null;
        String classpath = null;
        for (int i = 0; i < args.length; i++) {
            String option = args[i];
            int equals = option.indexOf('=');
            String name = equals < 0 ? option : option.substring(0, equals);
            String value = equals >= 0 ? option.substring(equals + 1) : i + 1 < args.length ? args[++i] : null;
            switch (name) {
                case "--config" -> config = present(name, value);
                case "--classpath", "-cp" -> classpath = present(name, value);
                default -> throw new IllegalArgumentException("unknown option " + name);
            }
        }
        return new CheckArguments(present("--config", config), files(present("--classpath", classpath)));
    }

    private static String present(String option, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(option + " is missing");
        }
        return value;
    }

    private static List<File> files(String classpath) {
        List<File> files = new ArrayList<>();
        for (String path : classpath.split(File.pathSeparator)) {
            if (!path.isBlank()) {
                files.add(new File(path));
            }
        }
        return files;
    }
}
