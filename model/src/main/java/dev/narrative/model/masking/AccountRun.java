package dev.narrative.model.masking;

/**
 * A run of capitals, digits and single blanks, in which every word may look like the beginning of an account. It is read
 * once, with sums that tell of any part of it whether that is one.
 */
final class AccountRun {
    private static final int MOST = 128;
    private static final int MODULUS = 97;

    /** After so many times ten times, a remainder is what it was. */
    private static final int PERIOD = MODULUS - 1;

    private static final byte[] POWERS = powers(10);

    /** Those of what ten times takes back: 10 times 68 leaves 1. */
    private static final byte[] INVERSES = powers(68);

    private final byte[] text;
    private final int[] places = new int[MOST];
    private final byte[] digits = new byte[MOST + 1]; // decimal ones before each character, of which a letter makes two
    private final int[] sums = new int[MOST + 1]; // of what stands before each character, shifted back to the beginning
    private int size;
    private int end;

    private AccountRun(byte[] text) {
        this.text = text;
    }

    /** A place before which no account begins, from a word on that looks like the beginning of one and is none. */
    static int nextAfter(byte[] text, int from) {
        AccountRun run = new AccountRun(text);
        run.read(from);
        return run.next();
    }

    private void read(int from) {
        int count = 0;
        int shift = 0;
        int sum = 0;
        int i = from;
        for (int length = text.length; i < length && count < MOST; i++) {
            int c = SecretText.at(text, i);
            int value = BankAccounts.value(c);
            if (value >= 0) {
                places[count] = i;
                shift += value > 9 ? 2 : 1;
                shift -= shift < PERIOD ? 0 : PERIOD;
                sum += value * INVERSES[shift];
                count++;
                digits[count] = (byte) shift;
                sums[count] = sum;
            } else if (c != ' ' || SecretText.at(text, i - 1) == ' ') {
                break;
            }
        }
        size = count;
        end = i;
    }

    private int next() {
        for (int i = 1; i < size; i++) {
            if (places[i] > places[i - 1] + 1 && mayBegin(i)) {
                return places[i];
            }
        }
        return end;
    }

    /** Whether an account begins here, or is not whole in what was read. */
    private boolean mayBegin(int first) {
        int length = BankAccounts.length(text, places[first]);
        int last = first + length - 1;
        if (length == 0) {
            return false;
        }
        if (last >= size) {
            return size == MOST;
        }
        return BankAccounts.isApart(text, places[last] + 1)
                && BankAccounts.isValid(text, places[first], remainder(first + 4, last + 1));
    }

    /** The remainder of the number that these characters are. */
    private int remainder(int from, int to) {
        return (sums[to] - sums[from]) % MODULUS * POWERS[digits[to]];
    }

    private static byte[] powers(int of) {
        byte[] powers = new byte[PERIOD];
        powers[0] = 1;
        for (int i = 1; i < PERIOD; i++) {
            powers[i] = (byte) (powers[i - 1] * of % MODULUS);
        }
        return powers;
    }
}
