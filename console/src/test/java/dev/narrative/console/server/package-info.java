@NullMarked
package dev.narrative.console.server;

import org.jspecify.annotations.NullMarked;
