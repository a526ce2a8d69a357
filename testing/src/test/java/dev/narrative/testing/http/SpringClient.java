package dev.narrative.testing.http;

import dev.narrative.applications.spring.Calls;
import dev.narrative.applications.spring.Reply;
import java.net.URI;
import java.util.Map;

/** One of the clients of the application {@code spring-clients}. */
record SpringClient(Calls calls) implements ClientUnderTest {
    @Override
    public Answer get(URI url, Map<String, String> headers) {
        return answer(calls.get(url, headers));
    }

    @Override
    public Answer post(URI url, byte[] body) {
        return answer(calls.post(url, body));
    }

    private static Answer answer(Reply reply) {
        return new Answer(reply.status(), reply.body());
    }
}
