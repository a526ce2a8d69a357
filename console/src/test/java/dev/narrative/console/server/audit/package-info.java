@NullMarked
package dev.narrative.console.server.audit;

import org.jspecify.annotations.NullMarked;
