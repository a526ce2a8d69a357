/** The JDK's {@code java.net.http.HttpClient}, blocking and asynchronous, and its WebSocket handshakes' headers. */
@NullMarked
package dev.narrative.instrumentation.jdk.httpclient;

import org.jspecify.annotations.NullMarked;
