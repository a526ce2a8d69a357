package dev.narrative.model.journal;

import java.io.Closeable;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * One open file of the journal. A write is all or nothing: what a failed one left behind is cut off again, and where
 * that fails too, the torn line is closed by the next opening. A plain stream rather than a channel, since an
 * interrupt would close the channel.
 */
public final class JournalFile implements Closeable {
    /** Opens a file for appending. */
    public interface Opener {
        Opener APPEND = new Opener() {
            @Override
            public FileOutputStream open(File file) throws IOException {
                return new FileOutputStream(file, true);
            }
        };

        FileOutputStream open(File file) throws IOException;
    }

    private final Path path;
    private final FileOutputStream stream;
    private long size;

    private JournalFile(Path path, FileOutputStream stream, long size) {
        this.path = path;
        this.stream = stream;
        this.size = size;
    }

    /** Opens a file for appending; a torn last line is closed first. */
    public static JournalFile open(Path path, Opener opener) throws IOException {
        File file = path.toFile();
        boolean torn = endsTorn(file);
        FileOutputStream stream = opener.open(file);
        JournalFile opened = new JournalFile(path, stream, file.length());
        if (torn) {
            opened.write(new byte[] {'\n'}, 1);
        }
        return opened;
    }

    public Path path() {
        return path;
    }

    /** Bytes. */
    public long size() {
        return size;
    }

    /** Appends whole lines; after a failure none of them is in the file. */
    public void write(byte[] bytes, int length) throws IOException {
        try {
            stream.write(bytes, 0, length);
            size += length;
        } catch (IOException e) {
            undo(e);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    private void undo(IOException cause) {
        try (stream) {
            stream.getChannel().truncate(size);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private static boolean endsTorn(File file) throws IOException {
        if (file.length() == 0) {
            return false;
        }
        try (RandomAccessFile reader = new RandomAccessFile(file, "r")) {
            reader.seek(reader.length() - 1);
            return reader.read() != '\n';
        }
    }
}
