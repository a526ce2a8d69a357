/** Reactor Netty's HTTP client, and what is built upon it: Spring's WebClient and RestClient among others. */
@NullMarked
package dev.narrative.instrumentation.reactor.netty;

import org.jspecify.annotations.NullMarked;
