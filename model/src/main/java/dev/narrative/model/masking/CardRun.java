package dev.narrative.model.masking;

/**
 * A run of groups of digits with single blanks or dashes between, in which every group may look like the beginning of a card
 * number. It is read once, with sums that tell of any groups of it whether they are one.
 */
final class CardRun {
    private static final int MOST = 32;

    private final byte[] text;
    private final int[] starts = new int[MOST];
    private final int[] digits = new int[MOST + 1]; // before each group
    private final int[] evenDoubled = new int[MOST + 1]; // of the digits before each group, as Luhn adds them
    private final int[] oddDoubled = new int[MOST + 1];
    private int size;
    private int end;

    private CardRun(byte[] text) {
        this.text = text;
    }

    /** A place before which no card number begins, from a group on that looks like the beginning of one and is none. */
    static int nextAfter(byte[] text, int from) {
        CardRun run = new CardRun(text);
        run.read(from);
        return run.next();
    }

    private void read(int from) {
        end = from;
        while (true) {
            starts[size] = end;
            group();
            boolean another = end < text.length
                    && (SecretText.at(text, end) == ' ' || SecretText.at(text, end) == '-')
                    && SecretNumbers.isDigitAt(text, end + 1);
            if (!another || size == MOST) {
                return;
            }
            end++;
        }
    }

    private void group() {
        int count = digits[size];
        int even = evenDoubled[size];
        int odd = oddDoubled[size];
        int i = end;
        for (; SecretNumbers.isDigitAt(text, i); i++) {
            int digit = SecretText.at(text, i) - '0';
            int doubled = CardNumbers.doubled(digit);
            boolean isEven = (count & 1) == 0;
            even += isEven ? doubled : digit;
            odd += isEven ? digit : doubled;
            count++;
        }
        end = i;
        size++;
        digits[size] = count;
        evenDoubled[size] = even;
        oddDoubled[size] = odd;
    }

    private int next() {
        for (int i = 1; i < size; i++) {
            if (mayBegin(i)) {
                return starts[i];
            }
        }
        return end;
    }

    /** Whether a card number begins here, or is not whole in what was read. */
    private boolean mayBegin(int first) {
        for (int to = first + 1; to <= size; to++) {
            int count = digits[to] - digits[first];
            if (count > CardNumbers.MAX_DIGITS) {
                return false;
            }
            // The last digit counts once.
            int[] sums = (digits[to] & 1) == 0 ? evenDoubled : oddDoubled;
            if (CardNumbers.isWhole(text, starts[first], count, sums[to] - sums[first])) {
                return true;
            }
        }
        return size == MOST;
    }
}
