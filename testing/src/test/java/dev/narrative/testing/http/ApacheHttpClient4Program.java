package dev.narrative.testing.http;

import dev.narrative.applications.apache4.BlockingCalls;
import dev.narrative.applications.apache4.BlockingScenarios;
import dev.narrative.applications.apache4.Reply;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

final class ApacheHttpClient4Program implements ClientUnderTest {
    private final BlockingCalls calls;

    private ApacheHttpClient4Program(Duration patience) {
        calls = new BlockingCalls(patience);
    }

    public static void main(String[] args) throws Exception {
        BlockingScenarios.play(args[0]);
        new ClientScenarios(ApacheHttpClient4Program::new, args[0]).run();
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
