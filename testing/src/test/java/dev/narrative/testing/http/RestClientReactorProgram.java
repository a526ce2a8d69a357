package dev.narrative.testing.http;

import dev.narrative.application.spring.RequestFactory;
import dev.narrative.application.spring.RestClientCalls;

final class RestClientReactorProgram {
    private RestClientReactorProgram() {}

    public static void main(String[] args) throws Exception {
        new ClientScenarios(new SpringClient(new RestClientCalls(RequestFactory.REACTOR_NETTY)), args[0]).run();
    }
}
