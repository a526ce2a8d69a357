package dev.narrative.export.journal;

/** Milliseconds since the epoch; a test turns the hands. */
interface Clock {
    Clock SYSTEM = new Clock() {
        @Override
        public long millis() {
            return System.currentTimeMillis();
        }
    };

    long millis();
}
