package movierec.faketmdb.world;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Invents names and sentences. Every name holds a made-up word, so that none is a real title or person. */
final class Words {
    private static final List<String> ONSETS = List.of(
            "V", "Qu", "Th", "Br", "K", "M", "Z", "Dr", "S", "L", "Gl", "Fr", "N", "Tr", "Or", "El", "Ash", "Ul", "Pr",
            "H");
    private static final List<String> MIDDLES = List.of(
            "el", "or", "ath", "im", "and", "ess", "ul", "ing", "ar", "oth", "enn", "yr", "ais", "umb", "ilk", "erv");
    private static final List<String> ENDS = List.of(
            "an", "ia", "wick", "mar", "is", "oss", "ane", "dale", "une", "vik", "ora", "eth", "mont", "iel", "ow",
            "ka");
    private static final List<String> FIRST_NAMES = List.of(
            "Aldra", "Benno", "Corwyn", "Delphi", "Edric", "Fenna", "Garrit", "Hesper", "Ilvo", "Jorun", "Kestra",
            "Lowen", "Mirel", "Nadir", "Osric", "Petra", "Quill", "Rosalba", "Sorin", "Tamsin", "Ulric", "Vesna",
            "Wendel", "Xanthe", "Yorick", "Zelda");
    private static final List<String> ADJECTIVES = List.of(
            "Silent",
            "Crooked",
            "Last",
            "Hollow",
            "Golden",
            "Restless",
            "Borrowed",
            "Distant",
            "Paper",
            "Iron",
            "Velvet",
            "Broken",
            "Hidden",
            "Winter",
            "Burning",
            "Patient",
            "Northern",
            "Second",
            "Glass",
            "Reluctant",
            "Secret",
            "Wandering",
            "Bitter",
            "Quiet");
    private static final List<String> NOUNS = List.of(
            "Harbour",
            "Lantern",
            "Orchard",
            "Clockmaker",
            "Tide",
            "Archive",
            "Summit",
            "Carnival",
            "Cartographer",
            "Signal",
            "Kingdom",
            "Garden",
            "Railway",
            "Comet",
            "Letter",
            "Detective",
            "Lighthouse",
            "Verdict",
            "Orbit",
            "Recipe",
            "Mirror",
            "Frontier",
            "Chorus",
            "Island",
            "Engine",
            "Heist",
            "Inheritance",
            "Winter",
            "Machine",
            "Ferry");
    private static final List<String> ROLES = List.of(
            "a retired diver",
            "a young clockmaker",
            "two estranged sisters",
            "a disgraced detective",
            "a lonely astronomer",
            "the last ferryman",
            "an anxious cook",
            "a runaway princess",
            "a night nurse",
            "a family of smugglers",
            "a stubborn beekeeper",
            "an android gardener",
            "a failed magician",
            "a small-town judge");
    private static final List<String> DEEDS = List.of(
            "must cross the frozen strait before the thaw",
            "uncovers a forgery that reaches to the palace",
            "learns to trust a former enemy",
            "builds a machine that remembers the dead",
            "has one night to win back the orchard",
            "hides a stranger from the advancing army",
            "follows a signal from an abandoned station",
            "inherits a theatre full of ghosts",
            "returns to solve the case that ended a career",
            "falls in love with a rival on the longest train journey",
            "teaches a village to sing again",
            "plans a robbery nobody will notice");
    private static final List<String> COSTS = List.of(
            "Every answer costs a friendship",
            "Nobody comes home unchanged",
            "The price is higher than anybody will say",
            "What begins as a game turns deadly",
            "Old songs hold the key",
            "Only the children see what is coming",
            "Time runs out, then runs backwards",
            "Laughter is the last defence");
    private static final List<String> SUBJECTS = List.of(
            "smuggler",
            "lighthouse",
            "time loop",
            "rivalry",
            "amnesia",
            "heist",
            "small town",
            "android",
            "inheritance",
            "storm",
            "circus",
            "forgery",
            "friendship",
            "revenge",
            "space station",
            "cooking",
            "wilderness",
            "court case",
            "ghost",
            "uprising",
            "train",
            "orphan",
            "twins",
            "espionage",
            "road trip",
            "music school",
            "plague",
            "treasure",
            "wedding",
            "desert",
            "submarine",
            "chess",
            "haunted house",
            "undercover",
            "sea voyage",
            "first love");
    private static final List<String> SHADES =
            List.of("", "winter ", "secret ", "lost ", "royal ", "rural ", "urban ", "forbidden ");

    private Words() {}

    /** Number of different keywords. */
    static int keywords() {
        return SUBJECTS.size() * SHADES.size();
    }

    /** @param number from 0, below {@link #keywords} */
    static String keyword(int number) {
        return SHADES.get(number / SUBJECTS.size()) + SUBJECTS.get(number % SUBJECTS.size());
    }

    static String proper(SplittableRandom random) {
        String middle = random.nextInt(5) == 0 ? Dice.pick(random, MIDDLES) : "";
        return Dice.pick(random, ONSETS) + Dice.pick(random, MIDDLES) + middle + Dice.pick(random, ENDS);
    }

    static String title(SplittableRandom random) {
        String proper = proper(random);
        String adjective = Dice.pick(random, ADJECTIVES);
        String noun = Dice.pick(random, NOUNS);
        return switch (random.nextInt(6)) {
            case 0 -> "The " + adjective + " " + noun + " of " + proper;
            case 1 -> proper + "'s " + noun;
            case 2 -> "The " + proper + " " + noun;
            case 3 -> adjective + " " + proper;
            case 4 -> proper + ": The " + adjective + " " + noun;
            default -> "Beyond the " + noun + " of " + proper;
        };
    }

    /** A title in a language that nobody speaks. */
    static String foreignTitle(SplittableRandom random) {
        return proper(random) + " " + proper(random).toLowerCase(Locale.ROOT);
    }

    static String overview(SplittableRandom random) {
        String role = Dice.pick(random, ROLES);
        return "In " + proper(random) + ", " + role + " " + Dice.pick(random, DEEDS) + ". " + Dice.pick(random, COSTS)
                + ".";
    }

    static String tagline(SplittableRandom random) {
        return Dice.pick(random, COSTS) + ".";
    }

    static String person(SplittableRandom random) {
        return Dice.pick(random, FIRST_NAMES) + " " + proper(random);
    }

    static String character(SplittableRandom random) {
        return random.nextInt(4) == 0
                ? Dice.pick(random, FIRST_NAMES)
                : Dice.pick(random, FIRST_NAMES) + " " + proper(random);
    }

    static String company(SplittableRandom random) {
        return proper(random) + " " + Dice.pick(random, List.of("Pictures", "Films", "Studios", "Entertainment"));
    }
}
