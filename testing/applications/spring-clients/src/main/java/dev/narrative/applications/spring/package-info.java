/** Calls through Spring's HTTP clients and through Reactor Netty's own. */
@NullMarked
package dev.narrative.applications.spring;

import org.jspecify.annotations.NullMarked;
