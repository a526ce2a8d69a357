package dev.narrative.model.masking;

import java.util.Arrays;

/** Prefixes in ASCII as a tree: one walk tells which of them a text begins with. Each has a value above 0. */
final class PrefixTree {
    static final int ROOT = 0;

    /** No node, since nothing leads back to the root. */
    static final int NONE = ROOT;

    private static final int CHARACTERS = 128;

    private byte[] next = new byte[CHARACTERS];
    private byte[] values = new byte[1];

    /** Adds prefixes of the same value. */
    PrefixTree add(int value, String... prefixes) {
        for (String prefix : prefixes) {
            int node = ROOT;
            for (int i = 0; i < prefix.length(); i++) {
                int child = next(node, prefix.charAt(i));
                node = child == NONE ? addChild(node, prefix.charAt(i)) : child;
            }
            values[node] = (byte) value;
        }
        return this;
    }

    /** The node of one character more. */
    int next(int node, int c) {
        return c < CHARACTERS ? next[node * CHARACTERS + c] & 0xff : NONE;
    }

    /** The value of the prefix that ends here; 0 where none does. */
    int value(int node) {
        return values[node];
    }

    private int addChild(int node, int c) {
        int child = values.length;
        if (child > 0xff) {
            throw new IllegalStateException("There are too many prefixes for nodes of one byte");
        }
        values = Arrays.copyOf(values, child + 1);
        next = Arrays.copyOf(next, next.length + CHARACTERS);
        next[node * CHARACTERS + c] = (byte) child;
        return child;
    }
}
