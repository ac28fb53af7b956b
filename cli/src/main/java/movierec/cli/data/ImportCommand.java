package movierec.cli.data;

import java.nio.file.Path;
import java.util.Map;
import movierec.app.Movierec;
import movierec.catalogue.files.FolderLimits;
import movierec.catalogue.files.ImportTitles;
import movierec.catalogue.importer.ImportMovieLens;
import movierec.catalogue.importer.ImportMovieLens.History;
import movierec.catalogue.importer.ImportMovieLens.Summary;
import movierec.catalogue.importer.MovieLensFiles;
import movierec.cli.shell.Json;
import movierec.cli.shell.Setup;
import movierec.cli.shell.ShownProgress;
import movierec.failure.Refusal;
import movierec.identity.UserId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code movierec import}. */
@Command(
        name = "import",
        description = "Bring in what other programs know: ratings, titles.",
        footer = {
            "  movierec import movielens ml-latest-small.zip && movierec train",
            "  movierec import titles my-films.csv"
        })
public final class ImportCommand {
    private final Setup setup;

    public ImportCommand(Setup setup) {
        this.setup = setup;
    }

    @Command(
            name = "movielens",
            description = {
                "Store the ratings of a MovieLens data set for training and add its movies to the catalogue.",
                "Repeating an import replaces what it stored."
            },
            footer = {
                "  movierec import movielens ml-latest-small.zip",
                "  movierec import movielens ml-latest-small --as-user ann@example.org --movielens-user 414"
            })
    int movielens(
            @Parameters(paramLabel = "PATH", description = "Folder or zip with ratings.csv, movies.csv and links.csv.")
                    Path path,
            @Option(
                            names = "--as-user",
                            paramLabel = "EMAIL",
                            defaultValue = "",
                            description = "Record one MovieLens user's ratings as the history of this account too.")
                    String email,
            @Option(
                            names = "--movielens-user",
                            paramLabel = "N",
                            defaultValue = "1",
                            description = "The MovieLens user whose ratings --as-user records. Default: 1.")
                    int movieLensUser,
            @Option(names = "--json", description = Setup.JSON) boolean json) {
        ImportReport report = run(path, email, movieLensUser);
        if (json) {
            Json.print(report.asMap(), setup.out());
        } else {
            report.print(setup.out());
        }
        return 0;
    }

    @Command(
            name = "titles",
            description = {
                "Add the titles of a file, or of a folder with its subfolders, to the catalogue: JSON lines (.jsonl), CSV, and"
                        + " .nfo files of Kodi and Jellyfin. Titles are known by their TMDB numbers.",
                "This happens once; movierec.titles.folder names a folder that every fetch looks at."
            },
            footer = "  movierec import titles /srv/films")
    int titles(
            @Parameters(paramLabel = "PATH", description = "File or folder.") Path path,
            @Option(names = "--json", description = Setup.JSON) boolean json) {
        ImportTitles.Summary summary;
        try (Movierec movierec = setup.open();
                ShownProgress progress = new ShownProgress(setup.shell())) {
            summary = new ImportTitles(
                            movierec.stores().titles(),
                            FolderLimits.DEFAULT,
                            setup.shell().clock())
                    .run(path, progress.ofReading("titles"));
        }
        TitlesReport report = new TitlesReport(summary);
        if (json) {
            Json.print(report.asMap(), setup.out());
        } else {
            report.print(setup.out());
        }
        return 0;
    }

    private ImportReport run(Path path, String email, int movieLensUser) {
        try (Movierec movierec = setup.open();
                ShownProgress progress = new ShownProgress(setup.shell())) {
            MovieLensFiles files = MovieLensFiles.open(path);
            ImportMovieLens importer = new ImportMovieLens(
                    movierec.stores().titles(),
                    movierec.stores().corpora(),
                    movierec.stores().events(),
                    setup.shell().clock());
            if (email.isEmpty()) {
                return new ImportReport(importer.importCorpus(files, progress.ofReading("ratings")), Map.of());
            }
            UserId user = userId(movierec, email);
            Summary summary = importer.importCorpus(files, progress.ofReading("ratings"));
            History history = importer.recordAsUser(files, movieLensUser, user, progress.ofReading("history"));
            return new ImportReport(summary, Map.of(email, history));
        }
    }

    private static UserId userId(Movierec movierec, String email) {
        return movierec.people()
                .accounts()
                .find(email)
                .orElseThrow(() -> new Refusal.NotFound(
                        "There is no account " + email + "; create it first with: movierec user create " + email))
                .userId();
    }
}
