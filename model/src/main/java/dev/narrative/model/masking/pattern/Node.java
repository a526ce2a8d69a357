package dev.narrative.model.masking.pattern;

import java.util.List;

/** A part of a pattern. */
sealed interface Node {
    /**
     * Writes the states of this part.
     *
     * @param next the state that follows it
     * @return the state with which it begins
     */
    int emit(ProgramBuilder out, int next);

    /** One character of a set. */
    record OneOf(CharRanges set) implements Node {
        @Override
        public int emit(ProgramBuilder out, int next) {
            return out.chars(set, next);
        }
    }

    /** A condition on the place between two characters. */
    record Place(Op condition) implements Node {
        @Override
        public int emit(ProgramBuilder out, int next) {
            return out.place(condition, next);
        }
    }

    /** One part after the other; the last of them is written first. */
    record Sequence(List<Node> parts) implements Node {
        public Sequence {
            parts = List.copyOf(parts);
        }

        @Override
        public int emit(ProgramBuilder out, int next) {
            int begin = next;
            for (int i = 0; i < parts.size(); i++) {
                int part = out.backwards() ? i : parts.size() - 1 - i;
                begin = parts.get(part).emit(out, begin);
            }
            return begin;
        }
    }

    /** Any one of several parts. */
    record Choice(List<Node> parts) implements Node {
        public Choice {
            parts = List.copyOf(parts);
        }

        @Override
        public int emit(ProgramBuilder out, int next) {
            int begin = parts.get(0).emit(out, next);
            for (int i = 1; i < parts.size(); i++) {
                begin = out.split(begin, parts.get(i).emit(out, next));
            }
            return begin;
        }
    }

    /**
     * A part several times.
     *
     * @param most {@link #ENDLESS} where there is no bound
     */
    record Repeat(Node part, int least, int most) implements Node {
        static final int ENDLESS = -1;

        @Override
        public int emit(ProgramBuilder out, int next) {
            int begin = next;
            if (most == ENDLESS) {
                int loop = out.split(next, next);
                out.redirect(loop, part.emit(out, loop));
                begin = loop;
            }
            for (int i = least; i < most; i++) {
                begin = out.split(part.emit(out, begin), next);
            }
            for (int i = 0; i < least; i++) {
                begin = part.emit(out, begin);
            }
            return begin;
        }
    }
}
