/** The JDK's {@code com.sun.net.httpserver}. */
@NullMarked
package dev.narrative.instrumentation.jdk.httpserver;

import org.jspecify.annotations.NullMarked;
