package dev.narrative.core.weaving;

import java.util.List;

/** What is woven into certain classes of a library. */
public interface TypeInstrumentation {
    /** The exact names of the classes, such as {@code java.net.HttpURLConnection}. */
    List<String> types();

    /** Classes that the advice needs beside the woven one; where one is missing, the library is left alone. */
    default List<String> needs() {
        return List.of();
    }

    void weave(Weaving weaving);
}
