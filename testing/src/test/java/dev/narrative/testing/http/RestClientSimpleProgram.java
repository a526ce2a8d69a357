package dev.narrative.testing.http;

import dev.narrative.application.spring.RequestFactory;
import dev.narrative.application.spring.RestClientCalls;

final class RestClientSimpleProgram {
    private RestClientSimpleProgram() {}

    public static void main(String[] args) throws Exception {
        new ClientScenarios(new SpringClient(new RestClientCalls(RequestFactory.SIMPLE)), args[0]).run();
    }
}
