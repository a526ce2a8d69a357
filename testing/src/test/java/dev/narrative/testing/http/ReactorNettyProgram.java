package dev.narrative.testing.http;

import dev.narrative.applications.spring.ReactiveScenarios;
import dev.narrative.applications.spring.ReactorNettyCalls;

final class ReactorNettyProgram {
    private ReactorNettyProgram() {}

    public static void main(String[] args) throws Exception {
        ReactiveScenarios.play(args[0]);
        new ClientScenarios(new SpringClient(new ReactorNettyCalls()), args[0]).run();
    }
}
