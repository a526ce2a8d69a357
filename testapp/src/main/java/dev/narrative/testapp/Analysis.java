package dev.narrative.testapp;

import java.util.List;

/** The readings of all universes, in the order of {@link Universe}, and the one that leads. */
record Analysis(String storyId, List<Reading> readings, Universe lead) {
    Analysis {
        readings = List.copyOf(readings);
    }
}
