package dev.narrative.testing.http;

import dev.narrative.applications.spring.RequestFactory;
import dev.narrative.applications.spring.RestClientCalls;

final class RestClientReactorProgram {
    private RestClientReactorProgram() {}

    public static void main(String[] args) throws Exception {
        new ClientScenarios(
                        patience -> new SpringClient(new RestClientCalls(RequestFactory.REACTOR_NETTY, patience)),
                        args[0])
                .run();
    }
}
