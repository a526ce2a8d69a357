package dev.narrative.testing.http;

import dev.narrative.applications.spring.ReactiveScenarios;
import dev.narrative.applications.spring.ReactorNettyCalls;

final class ReactorNettyProgram {
    private ReactorNettyProgram() {}

    public static void main(String[] args) throws Exception {
        ReactiveScenarios.play(args[0]);
        new ClientScenarios(patience -> new SpringClient(new ReactorNettyCalls(patience)), args[0]).run();
    }
}
