/** The context follows Reactor's sequences, whose signals come from threads that know nothing of it. */
@NullMarked
package dev.narrative.instrumentation.reactor;

import org.jspecify.annotations.NullMarked;
