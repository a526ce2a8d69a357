package dev.narrative.testing.sdk;

import dev.narrative.testing.Jdks;
import java.nio.file.Path;

/** The largest of the tables on the newest JDK. */
final class OpenAiJavaOnNewestJdkIT extends OpenAiJavaIT {
    @Override
    Path jdk() {
        return Jdks.newest().orElseGet(Jdks::running);
    }
}
