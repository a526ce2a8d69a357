package dev.narrative.testing.http;

import dev.narrative.application.spring.RequestFactory;
import dev.narrative.application.spring.RestTemplateCalls;

final class RestTemplateReactorProgram {
    private RestTemplateReactorProgram() {}

    public static void main(String[] args) throws Exception {
        new ClientScenarios(new SpringClient(new RestTemplateCalls(RequestFactory.REACTOR_NETTY)), args[0]).run();
    }
}
