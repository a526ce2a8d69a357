package dev.narrative.testing.model;

import java.io.IOException;

/** One of a provider's APIs, as it looks on the wire. */
interface ModelApi {
    /** Whether a POST to this path is a call of this API. */
    boolean serves(String path);

    /** @throws IllegalArgumentException when the provider would answer 400; the message says why */
    Prompt read(ModelRequest request);

    void answer(Prompt prompt, Answer answer, Delivery out) throws IOException;

    /** Answers with the provider's error body. */
    void fail(ModelRequest request, Failure failure, Delivery out) throws IOException;

    /** Sends the event by which the provider reports an error once a stream has begun. */
    void failLate(EventSink events) throws IOException;
}
