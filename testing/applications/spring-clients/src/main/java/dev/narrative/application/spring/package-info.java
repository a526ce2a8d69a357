/** Calls through Spring's HTTP clients and through Reactor Netty's own. */
@NullMarked
package dev.narrative.application.spring;

import org.jspecify.annotations.NullMarked;
