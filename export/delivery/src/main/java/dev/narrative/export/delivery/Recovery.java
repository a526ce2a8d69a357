package dev.narrative.export.delivery;

import java.io.IOException;
import java.nio.file.Path;

/** Finds what a process had journaled and handed to nobody when it was killed. */
interface Recovery {
    Recovery NONE = new Recovery() {
        @Override
        public void recover(Path dead) {}

        @Override
        public boolean recovers() {
            return false;
        }
    };

    /** Adds what it finds to the requests that wait in the directory of a process that is gone. */
    void recover(Path dead) throws IOException;

    /** Whether what did not reach the spool whole is found elsewhere. */
    boolean recovers();
}
