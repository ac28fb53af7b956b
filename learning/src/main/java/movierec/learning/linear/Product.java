package movierec.learning.linear;

/** Multiplies two square matrices. */
public interface Product {
    /** Replaces the left matrix by left times right; the right one stays as it is. */
    void multiply(SquareMatrix left, SquareMatrix right);

    /** The quickest way for a size: small matrices are not worth the loading of a native library. */
    static Product forSize(int size) {
        return size >= OpenBlasInverse.WORTH_LOADING_SIZE && OpenBlasInverse.isUsable()
                ? new OpenBlasProduct()
                : new JavaProduct();
    }
}
