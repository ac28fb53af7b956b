package movierec.faketmdb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** The rules of what goes wrong, which may change at any time. The first rule that concerns a request decides. Thread-safe. */
public final class Script {
    private final SplittableRandom chance;
    private final List<Active> rules = new ArrayList<>();

    private static final class Active {
        private final Rule rule;
        private int left;

        private Active(Rule rule) {
            this.rule = rule;
            this.left = rule.times();
        }
    }

    /** @param seed of the chance that rules for a share of requests need */
    Script(long seed) {
        this.chance = new SplittableRandom(seed);
    }

    public synchronized void add(Rule rule) {
        rules.add(new Active(rule));
    }

    /** From now on nothing goes wrong. */
    public synchronized void clear() {
        rules.clear();
    }

    synchronized Optional<Fault> fault(String path) {
        for (Active active : rules) {
            Rule rule = active.rule;
            if (rule.path().matcher(path).matches() && chance.nextDouble() < rule.share()) {
                active.left--;
                if (active.left == 0) {
                    rules.remove(active);
                }
                return Optional.of(
                        rule.faults().get(chance.nextInt(rule.faults().size())));
            }
        }
        return Optional.empty();
    }
}
