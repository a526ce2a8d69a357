/** The kit of every HTTP client and server: names, attributes, status, headers and suppression are decided here, once. */
@NullMarked
package dev.narrative.instrumentation.http;

import org.jspecify.annotations.NullMarked;
