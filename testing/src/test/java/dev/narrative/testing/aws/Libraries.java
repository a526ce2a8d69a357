package dev.narrative.testing.aws;

import dev.narrative.testing.Installation;
import java.nio.file.Files;
import java.nio.file.Path;

/** A version of the SDK, as the build laid it beside the application that uses it. */
enum Libraries {
    NEWEST("aws-bedrock"),
    /** The first with Bedrock in it; it has no {@code Converse} yet. */
    OLDEST("aws-bedrock/oldest");

    private final String module;

    Libraries(String module) {
        this.module = module;
    }

    /** The application with this version. */
    Path[] classpath() {
        Path applications = Installation.root().resolve("testing/applications");
        Path classes = applications.resolve("aws-bedrock/target/classes");
        Path lib = applications.resolve(module).resolve("target/lib");
        if (!Files.isDirectory(classes) || !Files.isDirectory(lib)) {
            throw new IllegalStateException(lib + " is missing; build it with: mvn -pl testing -am package");
        }
        return new Path[] {classes, lib.resolve("*")};
    }
}
