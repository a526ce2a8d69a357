/** The SDKs of OpenAI and Anthropic, which try a call of a model several times, above the HTTP client. */
@NullMarked
package dev.narrative.instrumentation.sdk.retries;

import org.jspecify.annotations.NullMarked;
