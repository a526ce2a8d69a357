package dev.narrative.testing.http;

import dev.narrative.applications.apache5.AsyncCalls;
import dev.narrative.applications.apache5.CallbackScenarios;
import java.net.URI;
import java.util.Map;

final class ApacheHttpClient5AsyncProgram implements ClientUnderTest {
    private final AsyncCalls calls;

    private ApacheHttpClient5AsyncProgram(AsyncCalls calls) {
        this.calls = calls;
    }

    public static void main(String[] args) throws Exception {
        CallbackScenarios.play(args[0]);
        try (AsyncCalls calls = new AsyncCalls()) {
            new ClientScenarios(new ApacheHttpClient5AsyncProgram(calls), args[0]).run();
        }
    }

    @Override
    public Answer get(URI url, Map<String, String> headers) throws Exception {
        return ApacheHttpClient5Program.answer(calls.get(url, headers));
    }

    @Override
    public Answer post(URI url, byte[] body) throws Exception {
        return ApacheHttpClient5Program.answer(calls.post(url, body));
    }
}
