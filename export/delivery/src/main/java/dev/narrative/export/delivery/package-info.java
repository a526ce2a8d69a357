/** What the exporters that talk to a server share: sending once, sending later, and never sending twice. */
@NullMarked
package dev.narrative.export.delivery;

import org.jspecify.annotations.NullMarked;
