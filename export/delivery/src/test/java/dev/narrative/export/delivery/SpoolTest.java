package dev.narrative.export.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.core.export.DestinationCounters;
import dev.narrative.core.export.LossCause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SpoolTest {
    private static final long BLOCK = 4096;
    private static final long DAY = 86_400_000;

    @TempDir
    private Path directory;

    private final FakeClock clock = new FakeClock();
    private final DestinationCounters counters = new DestinationCounters();
    private final List<Spool> opened = new ArrayList<>();
    private long sequence;

    @AfterEach
    void closeAll() throws IOException {
        for (Spool spool : opened) {
            spool.close();
        }
    }

    @Test
    void keepsARequestAsItIs() {
        Spool spool = spool(BLOCK);
        Request request =
                new Request("traces", "application/x-protobuf", true, new byte[] {1, 2, 3}, 2, new long[] {7, -9});
        assertThat(spool.write(parcel(request))).isTrue();

        Request read = oldest(spool).request();

        assertThat(read).usingRecursiveComparison().isEqualTo(request);
        assertThat(counters.spooled()).isEqualTo(2);
    }

    @Test
    void keepsTheOrderOfAge() {
        Spool spool = spool(10 * BLOCK);
        write(spool, "a");
        write(spool, "b");
        clock.advance(9 * 3_600_000);
        write(spool, "c");

        assertThat(drain(spool)).containsExactly("a", "b", "c");
        assertThat(counters.spooled()).isZero();
    }

    @Test
    void filesAreTheirOwnersAlone() throws IOException {
        write(spool(BLOCK), "a");

        try (Stream<Path> files = Files.walk(directory.resolve("spool"))) {
            assertThat(files.filter(file -> !file.endsWith("lock"))).hasSize(4).allSatisfy(file -> assertThat(
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .endsWith("------"));
        }
    }

    @Test
    void dropsTheOldest_whenFull() {
        Spool spool = spool(2 * BLOCK);
        write(spool, "a");
        write(spool, "b");
        write(spool, "c");

        assertThat(counters.lost(LossCause.SPOOL_FULL)).isEqualTo(1);
        assertThat(drain(spool)).containsExactly("b", "c");
    }

    @Test
    void refusesWhatIsLargerThanItself() {
        Spool spool = spool(BLOCK);

        assertThat(spool.write(parcel(Requests.sized(10_000)))).isTrue();

        assertThat(counters.lost(LossCause.SPOOL_FULL)).isEqualTo(1);
        assertThat(spool.oldest()).isNull();
    }

    @Test
    void dropsNothingThatIsBeingSent() throws IOException {
        Spool spool = spool(2 * BLOCK);
        SpoolName sending = write(spool, "a");
        spool.mark(sending);
        write(spool, "b");
        write(spool, "c");
        spool.unmark(sending);

        assertThat(drain(spool)).containsExactly("a", "c");
    }

    @Test
    void givesUpWhatIsTooOld() {
        Spool spool = spool(10 * BLOCK);
        write(spool, "a");
        clock.advance(5 * DAY);
        write(spool, "b");
        clock.advance(3 * DAY);

        assertThat(drain(spool)).containsExactly("b");
        assertThat(counters.lost(LossCause.SPOOL_EXPIRED)).isEqualTo(1);
    }

    @Test
    void passesOverTornFiles() throws IOException {
        Spool spool = spool(10 * BLOCK);
        byte[] whole = SpoolFormat.encode(Requests.named("x"));
        byte[] flipped = whole.clone();
        flipped[flipped.length - 1]++;
        byte[] endless = whole.clone();
        endless[9] = 0x7f;
        for (byte[] torn : List.of(new byte[0], new byte[] {1, 2, 3}, Arrays.copyOf(whole, 20), flipped, endless)) {
            SpoolName name = write(spool, "torn");
            Files.write(spool.ownDirectory().resolve(name.waiting()), torn);
        }
        write(spool, "whole");

        assertThat(drain(spool)).containsExactly("whole");
        assertThat(counters.lost(LossCause.SPOOL_TORN)).isEqualTo(5);
        assertThat(requestFiles()).isEmpty();
    }

    @Test
    void leavesNothingBehind_whenTheDiskIsFull() throws IOException {
        SpoolDisk full = new SpoolDisk() {
            @Override
            void write(Path file, byte[] bytes) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        Spool spool = spool(10 * BLOCK, full);

        assertThat(spool.write(parcel(Requests.named("a")))).isFalse();

        assertThat(spool.oldest()).isNull();
        assertThat(requestFiles()).isEmpty();
        assertThat(counters.spooled()).isZero();
    }

    @Test
    void saysNo_whereNoDirectoryCanBeMade() throws IOException {
        Files.writeString(directory.resolve("spool"), "in the way");

        assertThat(spool(10 * BLOCK).write(parcel(Requests.named("a")))).isFalse();
    }

    @Test
    void noticesThatARequestIsGone() throws IOException {
        Spool spool = spool(10 * BLOCK);
        SpoolName gone = write(spool, "a");
        write(spool, "b");
        Files.delete(spool.ownDirectory().resolve(gone.waiting()));

        assertThat(drain(spool)).containsExactly("b");
        assertThat(counters.failed()).isZero();
    }

    @Test
    void takesOverWhatAnEarlierProcessLeft_inOrderOfAge() throws IOException {
        Spool first = spool(10 * BLOCK);
        write(first, "a");
        write(first, "b");
        first.close();
        clock.advance(1_000);
        Spool second = spool(10 * BLOCK);
        write(second, "c");

        TakeOver.by(second);

        assertThat(drain(second)).containsExactly("a", "b", "c");
        second.close();
        assertThat(directory.resolve("spool/otlp")).isEmptyDirectory();
    }

    @Test
    void sendsNothingAgain_thatItsProcessMayHaveSent() throws IOException {
        Spool first = spool(10 * BLOCK);
        first.mark(write(first, "a"));
        write(first, "b");
        first.close();
        Spool second = spool(10 * BLOCK);

        TakeOver.by(second);

        assertThat(drain(second)).containsExactly("b");
        assertThat(counters.lost(LossCause.AMBIGUOUS)).isEqualTo(1);
    }

    @Test
    void leavesTheSpoolOfALivingProcessAlone_butCountsIt() throws Exception {
        try (SpoolProcess other = SpoolProcess.holding(directory.resolve("spool/otlp"), 1)) {
            Spool spool = spool(2 * BLOCK);
            write(spool, "a");
            TakeOver.by(spool);
            write(spool, "b");
            write(spool, "c");

            assertThat(drain(spool)).containsExactly("b", "c");
            assertThat(counters.lost(LossCause.SPOOL_FULL)).isEqualTo(2);

            other.kill();
            TakeOver.by(spool);
            assertThat(drain(spool)).isEmpty();
        }
    }

    @Test
    void twoProcessesNeverTakeTheSameRequest() throws Exception {
        Path destination = directory.resolve("spool/otlp");
        int requests = 300;
        SpoolProcess dead = SpoolProcess.holding(destination, requests);
        dead.kill();
        List<SpoolProcess> heirs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            heirs.add(SpoolProcess.adopting(destination));
        }
        List<String> taken = new ArrayList<>();
        for (SpoolProcess heir : heirs) {
            taken.addAll(heir.output());
        }

        assertThat(taken).hasSize(requests).doesNotHaveDuplicates();
    }

    private Spool spool(long maxBytes) {
        return spool(maxBytes, SpoolDisk.REAL);
    }

    private Spool spool(long maxBytes, SpoolDisk disk) {
        SpoolOptions options = new SpoolOptions(directory.resolve("spool/otlp"), maxBytes, 7 * DAY);
        Spool spool = new Spool(
                options, disk, clock.get(), counters, ProcessHandle.current().pid());
        opened.add(spool);
        return spool;
    }

    private Parcel parcel(Request request) {
        return new Parcel(new SpoolName(clock.get().millis(), 1, ++sequence, request.spans()), request);
    }

    private SpoolName write(Spool spool, String name) {
        Parcel parcel = parcel(Requests.named(name));
        assertThat(spool.write(parcel)).isTrue();
        return parcel.name();
    }

    private static Parcel oldest(Spool spool) {
        return Objects.requireNonNull(spool.oldest());
    }

    /** Sends everything. */
    static List<String> drain(Spool spool) {
        List<String> names = new ArrayList<>();
        for (Parcel parcel = spool.oldest(); parcel != null; parcel = spool.oldest()) {
            names.add(Requests.name(parcel.request()));
            spool.remove(parcel.name());
        }
        return names;
    }

    private List<Path> requestFiles() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(
                            file -> SpoolName.parse(file.getFileName().toString()) != null && Files.isRegularFile(file))
                    .toList();
        }
    }
}
