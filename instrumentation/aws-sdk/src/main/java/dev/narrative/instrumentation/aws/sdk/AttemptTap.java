package dev.narrative.instrumentation.aws.sdk;

import dev.narrative.instrumentation.http.BodyTap;

/**
 * Sees the body of one attempt's response. What ends badly is held back: the SDK may try once more, and only the last
 * attempt is the answer.
 */
interface AttemptTap extends BodyTap {
    /** This attempt was the last one. */
    void release();
}
