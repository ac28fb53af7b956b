package movierec.vectors;

import movierec.title.MediaType;
import movierec.title.TitleId;

/** Title ids as whole numbers. */
final class TitleNumbers {
    private TitleNumbers() {}

    static long of(TitleId titleId) {
        return (long) titleId.type().ordinal() << Integer.SIZE | titleId.number();
    }

    static TitleId titleId(long number) {
        return new TitleId(MediaType.values()[(int) (number >>> Integer.SIZE)], (int) number);
    }
}
