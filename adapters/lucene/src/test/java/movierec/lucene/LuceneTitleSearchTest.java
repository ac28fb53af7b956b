package movierec.lucene;

import movierec.testkit.search.TitleSearchContract;
import movierec.title.TitleSearch;

class LuceneTitleSearchTest implements TitleSearchContract {
    @Override
    public TitleSearch emptySearch() {
        return new LuceneTitleSearch();
    }
}
