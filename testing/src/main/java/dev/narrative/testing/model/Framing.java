package dev.narrative.testing.model;

/** How the events of one stream become bytes. */
interface Framing {
    String contentType();

    byte[] frame(String name, String json);

    /** Bytes that mean nothing and that a client has to skip; empty where a format has none. */
    default byte[] comment() {
        return new byte[0];
    }

    /** What stands after the last event. */
    default byte[] end() {
        return new byte[0];
    }
}
