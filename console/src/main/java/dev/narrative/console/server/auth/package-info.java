/** Who calls: tokens, logins, and the checks against foreign pages. */
@NullMarked
package dev.narrative.console.server.auth;

import org.jspecify.annotations.NullMarked;
