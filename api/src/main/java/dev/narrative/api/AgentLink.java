package dev.narrative.api;

import dev.narrative.api.spi.Recorder;

/** The one place where the agent takes over: it weaves {@link #recorder}. */
final class AgentLink {
    private static final Recorder NONE = new Recorder() {};

    private AgentLink() {}

    /** Where calls go; nowhere until an agent is attached, which may be at any time. */
    static Recorder recorder() {
        return NONE;
    }
}
