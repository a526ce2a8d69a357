package dev.narrative.export.delivery;

import java.nio.file.Path;

/** There is no journal. */
final class NoRecovery implements Recovery {
    @Override
    public void recover(Path dead) {}

    @Override
    public boolean recovers() {
        return false;
    }
}
