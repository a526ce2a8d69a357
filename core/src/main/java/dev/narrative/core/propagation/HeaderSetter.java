package dev.narrative.core.propagation;

/** The headers of an outgoing message, whatever its library. */
public interface HeaderSetter {
    /** Whether the message has a header of that name, in any case. */
    boolean has(String name);

    /** Sets a header and drops all earlier values of that name, in any case. */
    void set(String name, String value);

    /** Drops all values of a header. */
    void remove(String name);
}
