package dev.narrative.testing.http;

import dev.narrative.applications.okhttp.BlockingCalls;
import dev.narrative.applications.okhttp.InterceptorScenarios;
import dev.narrative.applications.okhttp.ModelScenarios;
import dev.narrative.applications.okhttp.Reply;
import dev.narrative.applications.okhttp.WebSocketScenarios;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

final class OkHttpProgram implements ClientUnderTest {
    private final BlockingCalls calls;

    private OkHttpProgram(Duration patience) {
        calls = new BlockingCalls(patience);
    }

    public static void main(String[] args) throws Exception {
        InterceptorScenarios.play(args[0]);
        ModelScenarios.play(args[0]);
        WebSocketScenarios.play(args[0]);
        new ClientScenarios(OkHttpProgram::new, args[0]).run();
    }

    @Override
    public Answer get(URI url, Map<String, String> headers) throws Exception {
        return answer(calls.get(url, headers));
    }

    @Override
    public Answer post(URI url, byte[] body) throws Exception {
        return answer(calls.post(url, body));
    }

    static Answer answer(Reply reply) {
        return Answer.of(reply.status(), reply.body());
    }
}
