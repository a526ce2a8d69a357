package dev.narrative.testing.agent.methods;

import java.util.List;
import java.util.Locale;

/** Has a method of every kind that Java knows, and prints what they return. */
final class KindsProgram implements Priced {
    public static void main(String[] args) {
        KindsProgram kinds = new KindsProgram();
        System.out.println(List.of(
                ofStatic(),
                kinds.ofFinal(),
                kinds.ofSynchronized(),
                kinds.ofPrivate(),
                kinds.ofInt(1),
                kinds.ofLong(2, 3),
                kinds.ofDouble(1.5f, 2),
                kinds.ofBoolean((byte) 1, 'c', (short) 2),
                kinds.ofVarargs("a", "b"),
                kinds.ofArray()[1],
                kinds.<String>ofGeneric("g"),
                kinds.ofManyExits(7),
                kinds.price(4),
                kinds.priceOfOne(),
                new Inner().ofInner(),
                new Ratio(1, 2).decimal(),
                Coin.CENT.doubled(),
                Coin.EURO.doubled(),
                kinds.audited(),
                OuterOnly.INSTANCE.ofOutside()));
        kinds.ofVoid();
        kinds.ofRecursion(3);
    }

    static String ofStatic() {
        return "static";
    }

    String ofFinal() {
        return "final";
    }

    synchronized String ofSynchronized() {
        return Thread.holdsLock(this) ? "synchronized" : "not locked";
    }

    private String ofPrivate() {
        return "private";
    }

    int ofInt(int value) {
        return value + 1;
    }

    long ofLong(long one, long other) {
        return one * other;
    }

    double ofDouble(float one, double other) {
        return one * other;
    }

    boolean ofBoolean(byte one, char other, short third) {
        return one < other && third > 0;
    }

    String ofVarargs(String... parts) {
        return String.join("-", parts);
    }

    int[] ofArray() {
        return new int[] {1, 2};
    }

    <T extends Comparable<T>> T ofGeneric(T value) {
        return value;
    }

    String ofManyExits(int number) {
        for (int i = 2; i < number; i++) {
            if (number % i == 0) {
                return "composite";
            }
        }
        try {
            return "prime";
        } finally {
            number++;
        }
    }

    void ofVoid() {}

    int ofRecursion(int depth) {
        return depth == 0 ? 0 : ofRecursion(depth - 1) + 1;
    }

    @Override
    public long price(int pieces) {
        return 10L * pieces;
    }

    @Audited
    String audited() {
        return "audited";
    }

    private static final class Inner {
        String ofInner() {
            return "inner";
        }
    }

    private record Ratio(int above, int below) {
        double decimal() {
            return (double) above / below;
        }
    }

    private enum Coin {
        CENT(1),
        EURO(100) {
            @Override
            int doubled() {
                return 222;
            }
        };

        private final int cents;

        Coin(int cents) {
            this.cents = cents;
        }

        int doubled() {
            return 2 * cents;
        }
    }

    /** Outside of every rule. */
    private static final class OuterOnly {
        static final OuterOnly INSTANCE = new OuterOnly();

        String ofOutside() {
            return "outside".toLowerCase(Locale.ROOT);
        }
    }
}
