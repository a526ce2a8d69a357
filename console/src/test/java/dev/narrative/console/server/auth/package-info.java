@NullMarked
package dev.narrative.console.server.auth;

import org.jspecify.annotations.NullMarked;
