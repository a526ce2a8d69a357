/** OkHttp 3.14, 4 and 5: calls that are executed or enqueued, and WebSocket handshakes. */
@NullMarked
package dev.narrative.instrumentation.okhttp;

import org.jspecify.annotations.NullMarked;
