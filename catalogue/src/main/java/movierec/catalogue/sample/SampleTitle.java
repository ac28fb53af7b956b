package movierec.catalogue.sample;

import movierec.title.Title;

/**
 * A title of the sample catalogue.
 *
 * @param fame our own editorial judgement of how widely known it is, 1 to 5; drives nothing but the simulated audience
 * @param acclaim our own editorial judgement of how much viewers esteem it, 1 to 5; likewise
 */
public record SampleTitle(Title title, int fame, int acclaim) {}
