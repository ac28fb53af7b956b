package movierec.testkit.title;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import movierec.title.Genre;
import movierec.title.ListKey;
import movierec.title.Title;
import movierec.title.TitleId;
import movierec.title.TitleSource;
import movierec.title.TitleSource.Fetched;
import movierec.title.TitleSource.Found;
import movierec.title.TitleSource.Gone;
import movierec.title.TitleSource.JobKind;
import movierec.title.TitleSource.PagePlan;
import movierec.title.TitleSource.SourceHealth;
import movierec.title.TitleSource.SourcePage;
import movierec.title.TitleSource.SourceReference;
import movierec.title.TitleSource.Unchanged;
import org.junit.jupiter.api.Test;

/** What every {@link TitleSource} does. */
public abstract class TitleSourceContract {
    /** One that has titles and answers. */
    protected abstract TitleSource source();

    /** A title that it does not have. */
    protected abstract TitleId unknownTitle();

    /** A list of several pages, with its titles in any order. */
    protected abstract ListKey longList();

    protected abstract Set<TitleId> titlesOfLongList();

    @Test
    public void tellsEveryTitleOfAListPageByPage() {
        List<TitleId> told = new ArrayList<>();
        int pages = 1;
        for (int page = 1; page <= pages; page++) {
            SourcePage answer = source().page(longList(), page);
            assertThat(answer.page()).isEqualTo(page);
            answer.titles().forEach(title -> told.add(title.id()));
            pages = answer.totalPages();
        }

        assertThat(pages).isGreaterThan(1);
        assertThat(new LinkedHashSet<>(told)).isEqualTo(titlesOfLongList());
    }

    @Test
    public void repeatsNoTitleOnAPage() {
        assertThat(source().page(longList(), 2).titles()).extracting(Title::id).doesNotHaveDuplicates();
    }

    @Test
    public void hasNothingBeyondTheEndOfAList() {
        int last = source().page(longList(), 1).totalPages();

        assertThat(source().page(longList(), last + 1).titles()).isEmpty();
        assertThat(source().page(longList(), 501).titles()).isEmpty();
    }

    @Test
    public void plansOnlyListsThatItHas() {
        for (JobKind job : JobKind.values()) {
            List<PagePlan> plan = source().plan(job, List.of());

            assertThat(plan).as("%s", job).allMatch(pages -> pages.pages() >= 1);
            assertThat(plan).extracting(PagePlan::list).doesNotHaveDuplicates();
            for (PagePlan pages : plan) {
                assertThat(source().page(pages.list(), 1).titles())
                        .as("%s", pages.list())
                        .allMatch(title -> title.source().equals(source().name()));
            }
        }
    }

    @Test
    public void plansAllOfTheDayAndTheWeekInAFullJob() {
        for (List<Genre> wanted : List.of(List.<Genre>of(), List.of(Genre.HORROR, Genre.KIDS, Genre.TALK))) {
            List<PagePlan> parts = new ArrayList<>(source().plan(JobKind.DAILY, wanted));
            parts.addAll(source().plan(JobKind.WEEKLY, wanted));

            assertThat(source().plan(JobKind.FULL, wanted)).containsAll(parts);
        }
    }

    @Test
    public void knowsTheDetailsOfEachTitleThatItLists() {
        for (Title listed : source().page(longList(), 1).titles()) {
            Title detailed = found(source().details(listed.id(), "")).title();

            assertThat(detailed.id()).isEqualTo(listed.id());
            assertThat(detailed.detailed()).isTrue();
            assertThat(detailed.source()).isEqualTo(source().name());
            assertThat(listed.name()).isNotBlank();
            assertThat(detailed.name()).isEqualTo(listed.name());
        }
    }

    @Test
    public void saysThatATitleItDoesNotHaveIsGone() {
        assertThat(source().details(unknownTitle(), "")).isEqualTo(new Gone());
    }

    @Test
    public void tellsNothingNewToWhoKnowsTheAnswer() {
        TitleId id = source().page(longList(), 1).titles().getFirst().id();
        Found first = found(source().details(id, ""));

        Fetched second = source().details(id, first.etag());

        if (!(second instanceof Unchanged)) {
            assertThat(found(second).title().toBuilder()
                            .source("", first.title().fetchedAt())
                            .build())
                    .isEqualTo(first.title().toBuilder()
                            .source("", first.title().fetchedAt())
                            .build());
        }
    }

    @Test
    public void tellsEverythingToWhoKnowsAnotherAnswer() {
        TitleId id = source().page(longList(), 1).titles().getFirst().id();

        assertThat(found(source().details(id, "\"of something else\"")).title().id())
                .isEqualTo(id);
    }

    @Test
    public void referenceIsItsOwn() {
        SourceReference reference = source().reference();

        assertThat(reference.source()).isEqualTo(source().name());
        assertThat(reference.regions()).allMatch(region -> region.code().matches("[A-Z]{2}"));
    }

    @Test
    public void isWellAfterAnswering() {
        source().page(longList(), 1);

        assertThat(source().health()).isEqualTo(new SourceHealth.Well());
    }

    private static Found found(Fetched fetched) {
        assertThat(fetched).isInstanceOf(Found.class);
        return (Found) fetched;
    }
}
