/** What can be asked of traces, whoever keeps them: the interface of all stores, and the records that go in and out. */
@NullMarked
package dev.narrative.console.store;

import org.jspecify.annotations.NullMarked;
