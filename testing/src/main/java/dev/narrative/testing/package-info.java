/** What tests are made with: applications in JVMs of their own, receivers of spans, source compiled on the spot. */
@NullMarked
package dev.narrative.testing;

import org.jspecify.annotations.NullMarked;
