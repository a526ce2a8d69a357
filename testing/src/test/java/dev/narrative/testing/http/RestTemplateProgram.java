package dev.narrative.testing.http;

import dev.narrative.applications.spring.RequestFactory;
import dev.narrative.applications.spring.RestTemplateCalls;

final class RestTemplateProgram {
    private RestTemplateProgram() {}

    public static void main(String[] args) throws Exception {
        new ClientScenarios(
                        patience -> new SpringClient(new RestTemplateCalls(RequestFactory.APACHE, patience)), args[0])
                .run();
    }
}
