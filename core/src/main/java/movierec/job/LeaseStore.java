package movierec.job;

import java.time.Instant;
import java.util.Optional;

/** Lets one process at a time do something, over all processes that share the store. Thread-safe. */
public interface LeaseStore {
    /**
     * Takes the lease, or keeps it longer: succeeds when it is free, has run out, or is the owner's already.
     *
     * @param until when it runs out unless it is taken again
     */
    boolean acquire(String lease, String owner, Instant now, Instant until);

    /** Gives the lease back; does nothing when it is not the owner's. */
    void release(String lease, String owner);

    /** Who holds the lease now. */
    Optional<String> holder(String lease, Instant now);
}
