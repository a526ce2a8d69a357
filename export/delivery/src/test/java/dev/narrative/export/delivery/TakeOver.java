package dev.narrative.export.delivery;

import java.io.IOException;

/** Takes over what dead processes have left, as the courier does. */
final class TakeOver {
    private TakeOver() {}

    /** Where there is no journal. */
    static void by(Spool heir) throws IOException {
        by(heir, dead -> false);
    }

    static void by(Spool heir, Recovery recovery) throws IOException {
        for (ProcessDirectory dead : heir.lookAround()) {
            try (dead) {
                heir.adopt(dead, recovery.recover(dead.path()));
            }
        }
    }
}
