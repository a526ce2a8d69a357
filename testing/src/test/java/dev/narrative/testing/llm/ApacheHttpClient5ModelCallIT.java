package dev.narrative.testing.llm;

import dev.narrative.testing.Jdks;

final class ApacheHttpClient5ModelCallIT extends ModelCallContract {
    ApacheHttpClient5ModelCallIT() {
        super(
                ApacheHttpClient5ModelProgram.class,
                new LibraryVersion("apache-httpclient5", "lib-5.6", Jdks.running()).classpath());
    }
}
