package movierec.app;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import movierec.catalogue.fetch.Enrichment;
import movierec.catalogue.fetch.FetchStores;
import movierec.catalogue.tmdb.TmdbClient;
import movierec.catalogue.tmdb.TmdbCredential;
import movierec.catalogue.tmdb.TmdbLive;
import movierec.catalogue.tmdb.TmdbSource;
import movierec.recommend.LiveSource;
import movierec.title.Title;
import movierec.title.TitleFeed;
import movierec.title.TitleInterest;
import movierec.title.TitleSource;
