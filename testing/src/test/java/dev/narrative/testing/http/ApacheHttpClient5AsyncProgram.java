package dev.narrative.testing.http;

import dev.narrative.applications.apache5.AsyncCalls;
import dev.narrative.applications.apache5.CallbackScenarios;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

final class ApacheHttpClient5AsyncProgram implements ClientUnderTest {
    private final AsyncCalls calls;

    private ApacheHttpClient5AsyncProgram(Duration patience) {
        calls = new AsyncCalls(patience);
    }

    public static void main(String[] args) throws Exception {
        CallbackScenarios.play(args[0]);
        new ClientScenarios(ApacheHttpClient5AsyncProgram::new, args[0]).run();
    }

    @Override
    public Answer get(URI url, Map<String, String> headers) throws Exception {
        return ApacheHttpClient5Program.answer(calls.get(url, headers));
    }

    @Override
    public Answer post(URI url, byte[] body) throws Exception {
        return ApacheHttpClient5Program.answer(calls.post(url, body));
    }

    @Override
    public void close() throws IOException {
        calls.close();
    }
}
