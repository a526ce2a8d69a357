package dev.narrative.testing.llm;

import dev.narrative.applications.apache5.StreamingCalls;
import java.io.InputStream;
import java.net.URI;

/** Apache HttpClient 5, blocking. */
final class ApacheHttpClient5ModelProgram implements ModelClient {
    private final StreamingCalls calls = new StreamingCalls();

    private ApacheHttpClient5ModelProgram() {}

    public static void main(String[] args) throws Exception {
        ModelScenarios.play(new ApacheHttpClient5ModelProgram(), args);
    }

    @Override
    public InputStream open(URI url, String body) throws Exception {
        return calls.open(url, body);
    }
}
