package dev.narrative.testing.llm;

import dev.narrative.applications.okhttp.StreamingCalls;
import java.io.InputStream;
import java.net.URI;

/** OkHttp, whose stream keeps the response. */
final class OkHttpModelProgram implements ModelClient {
    private final StreamingCalls calls = new StreamingCalls();

    private OkHttpModelProgram() {}

    public static void main(String[] args) throws Exception {
        OkHttpModelProgram program = new OkHttpModelProgram();
        new LargeScenarios(program, args[0]).run();
        program.calls.close();
    }

    @Override
    public InputStream open(URI url, String body) throws Exception {
        return calls.open(url, body);
    }
}
