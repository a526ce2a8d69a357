package dev.narrative.testing.llm;

import java.io.InputStream;
import java.net.URI;

/** The HTTP client of an application that speaks to a model by itself. */
interface ModelClient {
    /** Posts JSON; the answer's body comes as it arrives, whatever the status. */
    InputStream open(URI url, String body) throws Exception;
}
