package dev.narrative.console.store;

/**
 * How far a journal file has been taken.
 *
 * @param file the absolute path
 * @param position the first byte that was not taken yet
 * @param headLength how many bytes of the beginning the checksum covers
 * @param headChecksum tells whether it is still the same file
 */
public record FileProgress(String file, long position, int headLength, long headChecksum) {}
