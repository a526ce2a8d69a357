package dev.narrative.testing.http;

import dev.narrative.applications.okhttp.CallbackScenarios;
import dev.narrative.applications.okhttp.EnqueuedCalls;
import java.net.URI;
import java.util.Map;

final class OkHttpAsyncProgram implements ClientUnderTest {
    private final EnqueuedCalls calls;

    private OkHttpAsyncProgram(EnqueuedCalls calls) {
        this.calls = calls;
    }

    public static void main(String[] args) throws Exception {
        CallbackScenarios.play(args[0]);
        try (EnqueuedCalls calls = new EnqueuedCalls()) {
            new ClientScenarios(new OkHttpAsyncProgram(calls), args[0]).run();
        }
    }

    @Override
    public Answer get(URI url, Map<String, String> headers) throws Exception {
        return OkHttpProgram.answer(calls.get(url, headers));
    }

    @Override
    public Answer post(URI url, byte[] body) throws Exception {
        return OkHttpProgram.answer(calls.post(url, body));
    }
}
