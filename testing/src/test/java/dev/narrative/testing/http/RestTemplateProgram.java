package dev.narrative.testing.http;

import dev.narrative.applications.spring.RequestFactory;
import dev.narrative.applications.spring.RestTemplateCalls;

final class RestTemplateProgram {
    private RestTemplateProgram() {}

    public static void main(String[] args) throws Exception {
        new ClientScenarios(new SpringClient(new RestTemplateCalls(RequestFactory.APACHE)), args[0]).run();
    }
}
