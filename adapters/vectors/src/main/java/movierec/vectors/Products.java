package movierec.vectors;

/** The inner products of one vector with many rows. */
interface Products {
    /**
     * The fastest that this virtual machine has: SIMD needs it to be started with the module {@code jdk.incubator.vector}, which
     * makes a start a fifth slower.
     */
    static Products fastest() {
        return hasSimd() ? new SimdProducts() : new ScalarProducts();
    }

    static boolean hasSimd() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    }

    /**
     * @param rows one behind the other, each as long as the query
     * @param into takes the product with each of the first {@code rowCount} rows
     */
    void compute(float[] rows, int rowCount, float[] query, float[] into);
}
