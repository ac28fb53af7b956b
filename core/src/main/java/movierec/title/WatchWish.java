package movierec.title;

import java.util.Collection;

/**
 * Where somebody wants to watch (PREF-2, CAT-2): at one of some providers without paying for the single title, or, where no
 * provider is named, anywhere in the region. Immutable.
 */
public final class WatchWish {
    /** Every title, whether anybody offers it or not. */
    public static final WatchWish NONE = new WatchWish("", new String[0], new int[0]);

    private final String region;
    private final String[] providers;
    private final int[] providerIds;

    private WatchWish(String region, String[] providers, int[] providerIds) {
        this.region = region;
        this.providers = providers;
        this.providerIds = providerIds;
    }

    /**
     * @param region ISO 3166-1 code in upper case; empty means the only region whose offers the catalogue knows, or any
     * @param providers names in any case, or numbers as of {@link WatchOffer#providerId}
     */
    public static WatchWish of(String region, Collection<String> providers, Catalogue catalogue) {
        if (region.isEmpty() && providers.isEmpty()) {
            return NONE;
        }
        boolean one = catalogue.offerRegions().size() == 1;
        return new WatchWish(
                region.isEmpty() && one ? catalogue.offerRegions().iterator().next() : region,
                providers.toArray(String[]::new),
                providers.stream()
                        .filter(provider -> provider.matches("\\d{1,9}"))
                        .mapToInt(Integer::parseInt)
                        .toArray());
    }

    /** Whether the catalogue knows any offer there; without one, nothing can match. */
    public boolean isKnownTo(Catalogue catalogue) {
        return region.isEmpty()
                ? !catalogue.offerRegions().isEmpty()
                : catalogue.offerRegions().contains(region);
    }

    public boolean accepts(Title title) {
        if (this == NONE) {
            return true;
        }
        for (WatchOffer offer : title.offers()) {
            if (accepts(offer)) {
                return true;
            }
        }
        return false;
    }

    private boolean accepts(WatchOffer offer) {
        if (!region.isEmpty() && !region.equals(offer.region())) {
            return false;
        }
        return providers.length == 0 || offer.isIncluded() && isBy(offer);
    }

    private boolean isBy(WatchOffer offer) {
        for (String provider : providers) {
            if (provider.equalsIgnoreCase(offer.provider())) {
                return true;
            }
        }
        for (int providerId : providerIds) {
            if (providerId == offer.providerId()) {
                return true;
            }
        }
        return false;
    }
}
