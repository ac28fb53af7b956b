package movierec.testkit.share;

import movierec.share.FileShare;

class InMemoryFileShareTest extends FileShareContract {
    @Override
    protected FileShare share() {
        return new InMemoryFileShare();
    }
}
