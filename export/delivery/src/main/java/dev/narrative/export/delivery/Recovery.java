package dev.narrative.export.delivery;

import java.io.IOException;
import java.nio.file.Path;

/** Finds what a process had journaled and handed to nobody when it was killed. */
interface Recovery {
    /**
     * Adds what it finds to the requests that wait in the directory of a process that is gone.
     *
     * @return whether what did not reach the spool whole has been found
     */
    boolean recover(Path dead) throws IOException;
}
