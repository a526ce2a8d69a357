package dev.narrative.applications.bedrock;

import java.util.Objects;
import java.util.concurrent.ExecutionException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/** Plays scenes, and prints how each ended: the same with an agent as without. */
final class Stage {
    private Stage() {}

    /** Asks a model once, in a method that a rule can name. */
    static void play(String scene, Model model) throws Exception {
        String outcome;
        try {
            outcome = model.ask("Where are we? Tell ada@example.com.");
        } catch (ExecutionException failed) {
            outcome = outcome(Objects.requireNonNull(failed.getCause()));
        } catch (RuntimeException failed) {
            outcome = outcome(failed);
        }
        System.out.println(scene + ": " + outcome);
    }

    /** What runs in a callback. */
    static String heard(String text) {
        return text;
    }

    /** What the SDK says of a connection depends on how far it had come; what the service says does not. */
    private static String outcome(Throwable error) {
        String name = error.getClass().getSimpleName();
        return error instanceof SdkServiceException said ? name + ": " + said.getMessage() : name;
    }
}
