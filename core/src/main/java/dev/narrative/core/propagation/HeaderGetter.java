package dev.narrative.core.propagation;

import java.util.List;

/** The headers of an incoming message, whatever its library. */
public interface HeaderGetter {
    /** All values of a header, whose name may be written in any case, in the order they came; empty when there is none. */
    List<String> values(String name);
}
