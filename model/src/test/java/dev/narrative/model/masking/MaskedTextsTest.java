package dev.narrative.model.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.NoSuchAlgorithmException;
import org.junit.jupiter.api.Test;

/**
 * What is masked stays as it is, whatever is done for speed: digests of what was masked before, seed by seed. Whoever
 * changes on purpose what is masked takes over the new ones.
 */
class MaskedTextsTest {
    private static final String[] DIGESTS = {
        "52370f33c1852501",
        "5c944b2875d48a52",
        "9bb2c146ad42c36a",
        "314c203806f6fa4d",
        "e7bfb87099090f7b",
        "cdcb312699b1d921",
        "1f79cb1e7e404863",
        "d5b3bf31d37fe0af",
        "68d21c5ea1a00338",
        "ef9902cadfd3f9b1",
        "128df365389476bc",
        "dd3449cb73173df8",
        "b9bbaf604f8ee6c3",
        "8fcca79281f6d60b",
        "0bacf6908392e7e3",
        "5e39cf6f404ec1b2",
        "66d1b9ce7418ed41",
        "fa51470bf95bcab8",
        "b310209034262d6b",
        "8cb6bd625c5d3990",
        "9611e069a30a0992",
        "b3864f91f1cf1d3d",
        "153cd53d8b56ff42",
        "99a8acdade1b7f21"
    };

    @Test
    void areMaskedAsBefore() throws NoSuchAlgorithmException {
        String[] digests = new String[DIGESTS.length];
        for (int seed = 0; seed < digests.length; seed++) {
            digests[seed] = MaskedTexts.digest(seed);
        }

        assertThat(digests).containsExactly(DIGESTS);
    }
}
