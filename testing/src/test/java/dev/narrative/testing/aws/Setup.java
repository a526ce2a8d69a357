package dev.narrative.testing.aws;

import dev.narrative.testing.Jdks;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What the application runs on.
 *
 * @param http the SDK's HTTP client, as the application names it
 */
record Setup(String http, Libraries libraries, Path jdk) {
    static Stream<Setup> blocking() {
        return Stream.concat(
                Stream.of(
                        newest("apache"),
                        newest("url-connection"),
                        newest("crt"),
                        oldest("apache"),
                        oldest("url-connection")),
                newestEverything("apache"));
    }

    static Stream<Setup> async() {
        return Stream.concat(
                Stream.of(newest("netty"), newest("crt-async"), oldest("netty")), newestEverything("netty"));
    }

    private static Setup newest(String http) {
        return new Setup(http, Libraries.NEWEST, Jdks.running());
    }

    private static Setup oldest(String http) {
        return new Setup(http, Libraries.OLDEST, Jdks.running());
    }

    private static Stream<Setup> newestEverything(String http) {
        return Jdks.newest().stream().map(jdk -> new Setup(http, Libraries.NEWEST, jdk));
    }
}
