package dev.narrative.testing.model;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** What a server is to do with the requests that come. */
final class Script {
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private Fault fault = Fault.NONE;
    private int faultsLeft;
    private volatile Set<Quirk> quirks = Set.of();
    private volatile Duration pace = Duration.ZERO;
    private volatile boolean mistral;

    void add(Answer answer) {
        answers.add(answer);
    }

    synchronized void fault(Fault next, int requests) {
        fault = next;
        faultsLeft = requests;
    }

    synchronized Fault takeFault() {
        if (faultsLeft == 0) {
            return Fault.NONE;
        }
        faultsLeft--;
        return fault;
    }

    /** The next answer that was set, else one made from the prompt. It stays the next for a request that fails. */
    Answer answerTo(Prompt prompt, Fault happening) {
        @Nullable Answer next = happening == Fault.NONE ? answers.poll() : answers.peek();
        return (next == null ? Answer.to(prompt) : next).countedFor(prompt);
    }

    Set<Quirk> quirks() {
        return quirks;
    }

    void quirks(Set<Quirk> some) {
        this.quirks = some.isEmpty() ? Set.of() : EnumSet.copyOf(some);
    }

    Duration pace() {
        return pace;
    }

    void pace(Duration time) {
        this.pace = time;
    }

    boolean mistral() {
        return mistral;
    }

    void mistral(boolean speaks) {
        this.mistral = speaks;
    }
}
