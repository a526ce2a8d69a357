package dev.narrative.testing.http;

import dev.narrative.applications.okhttp.CallbackScenarios;
import dev.narrative.applications.okhttp.EnqueuedCalls;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

final class OkHttpAsyncProgram implements ClientUnderTest {
    private final EnqueuedCalls calls;

    private OkHttpAsyncProgram(Duration patience) {
        calls = new EnqueuedCalls(patience);
    }

    public static void main(String[] args) throws Exception {
        CallbackScenarios.play(args[0]);
        new ClientScenarios(OkHttpAsyncProgram::new, args[0]).run();
    }

    @Override
    public Answer get(URI url, Map<String, String> headers) throws Exception {
        return OkHttpProgram.answer(calls.get(url, headers));
    }

    @Override
    public Answer post(URI url, byte[] body) throws Exception {
        return OkHttpProgram.answer(calls.post(url, body));
    }

    @Override
    public void close() {
        calls.close();
    }
}
