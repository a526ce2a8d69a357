/** The JDK's {@code HttpURLConnection}, over http and https. */
@NullMarked
package dev.narrative.instrumentation.jdk.urlconnection;

import org.jspecify.annotations.NullMarked;
