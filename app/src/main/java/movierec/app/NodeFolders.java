package movierec.app;

/** The folders of a node that other nodes have too: keys, models, corpora. */
interface NodeFolders {
    /** There are no other nodes. */
    NodeFolders ALONE = () -> false;

    /**
     * Takes over what other nodes changed and hands on what this one changed; true when files here changed.
     *
     * @throws movierec.failure.OutsideFailure when the others cannot be reached
     */
    boolean synchronise();
}
