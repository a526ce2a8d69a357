package dev.narrative.testing.agent.safety;

import dev.narrative.testing.agent.Steps;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Hands over and throws objects that do harm to whoever looks at them. */
@SuppressWarnings({"InfiniteRecursion", "EffectivelyPrivate"}) // an application may hold anything
final class HostileProgram {
    private HostileProgram() {}

    public static void main(String[] args) {
        take("cycle", new Node("first"));
        take("speaking", new Speaking());
        take("huge text", "x".repeat(10_000_000));
        take("huge list", java.util.Collections.nCopies(1_000_000, "item"));
        take("huge array", new int[5_000_000]);
        take("deep", nested(10_000));
        take("lazy list", new LazyList());
        take(
                "secrets",
                Map.of(
                        "password",
                        "hunter2-hunter2",
                        "note",
                        "mail ada@example.com, key sk-abcdefghijklmnopqrstuvwxyz123456"));
        take("null", null);
        System.out.println("equals asked " + Speaking.asked);
        caught(() -> throwing(new SilentException()));
        caught(() -> throwing(new EndlessCauses()));
        caught(() -> throwing(new StackOverflowError()));
        caught(() -> endless(0));
        Steps.mark("after all");
    }

    static void take(String name, Object value) {}

    static void throwing(RuntimeException error) {
        throw error;
    }

    static void throwing(Error error) {
        throw error;
    }

    static int endless(int depth) {
        return endless(depth + 1) + 1;
    }

    private static void caught(Runnable body) {
        try {
            body.run();
        } catch (Throwable expected) {
            System.out.println("caught " + expected.getClass().getSimpleName());
        }
    }

    private static Object nested(int levels) {
        Object value = "bottom";
        for (int i = 0; i < levels; i++) {
            value = Arrays.asList(value);
        }
        return value;
    }

    private static final class Node {
        private final String name;
        private final Node self = this;
        private final List<Node> all = List.of(this);

        Node(String name) {
            this.name = name;
        }
    }

    /** Every method that a curious reader could call ends the program. */
    private static final class Speaking {
        static int asked;
        private final String visible = "visible";
        private final Object inner = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("toString was called");
            }
        };

        public String getProperty() {
            System.exit(3);
            return "";
        }

        @Override
        public boolean equals(Object other) {
            asked++;
            return this == other;
        }

        @Override
        public int hashCode() {
            asked++;
            return 1;
        }

        @Override
        public String toString() {
            System.exit(4);
            return "";
        }
    }

    /** As an object-relational mapper's: touching it queries a database. */
    private static final class LazyList extends AbstractList<String> {
        @Override
        public String get(int index) {
            throw new IllegalStateException("loaded");
        }

        @Override
        public int size() {
            throw new IllegalStateException("counted");
        }
    }

    private static final class SilentException extends RuntimeException {
        private static final long serialVersionUID = 1;

        @Override
        public String getMessage() {
            throw new AssertionError("no message");
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            throw new IllegalStateException("no stack");
        }

        @Override
        public synchronized Throwable getCause() {
            throw new IllegalStateException("no cause");
        }
    }

    private static final class EndlessCauses extends RuntimeException {
        private static final long serialVersionUID = 1;

        @Override
        public synchronized Throwable getCause() {
            return new EndlessCauses();
        }
    }
}
