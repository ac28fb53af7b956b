package movierec.learning.linear;

/** Replaces a symmetric positive definite matrix by its inverse. */
public interface Inverse {
    /**
     * Works in place; reads the lower triangle only and leaves the whole inverse.
     *
     * @throws ArithmeticException when the matrix is not positive definite in single precision
     */
    void invert(SquareMatrix matrix);

    /** In words for a log line. */
    String name();

    /** The quickest way for a size: small matrices are not worth the loading of a native library. */
    static Inverse forSize(int size) {
        return size >= OpenBlasInverse.WORTH_LOADING_SIZE && OpenBlasInverse.isUsable()
                ? new OpenBlasInverse()
                : new JavaInverse();
    }

    /** What to tell when a pivot is not positive. */
    static ArithmeticException notPositiveDefinite() {
        return new ArithmeticException("The matrix is not positive definite: raise the regularization");
    }
}
